import type { ListedKind } from '@/lib/diagnosis/aadsts-names'
import type { LinkId } from '@/lib/steps/deep-links'
import type { Role, StepId } from '@/lib/steps/step'

/** What is said of all codes of one kind. */
export type KindAdvice = Readonly<{
  title: string
  why: string
  fix: readonly [string, ...string[]]
  step: StepId | null
  who: Role
  links: readonly LinkId[]
  mayHealByWaiting: boolean
}>

const useClientCredentials =
  'For an integration sign in as an app: grant_type=client_credentials with the app’s own secret or certificate.'

const personal = {
  step: null,
  who: 'developer',
  links: ['docs-error-codes'],
  mayHealByWaiting: false,
} as const satisfies Partial<KindAdvice>

/** Advice by kind. Nearly all of them are about people who sign in, which an integration never does. */
export const kindAdvice: Readonly<Record<ListedKind, KindAdvice>> = {
  person: {
    ...personal,
    title: 'A person’s sign-in did not work',
    why: 'That concerns people who sign in, not an app that signs in by itself.',
    fix: [
      useClientCredentials,
      'For a person: sign out, and sign in again with the right account.',
    ],
  },
  password: {
    ...personal,
    title: 'A person’s password is in the way',
    why: 'An integration should not use a person’s password at all.',
    fix: [useClientCredentials, 'The person can set the password right at the sign-in page.'],
  },
  factor: {
    ...personal,
    title: 'A second factor did not work',
    why: 'Second factors are for people; an app is never asked for one.',
    fix: [useClientCredentials],
  },
  device: {
    ...personal,
    title: 'Entra asks for a known device, or the device failed',
    why: 'Device checks are for people’s computers and phones; an app has none.',
    fix: [useClientCredentials],
  },
  federation: {
    ...personal,
    title: 'An outside identity provider did not play along',
    why: 'People of this tenant sign in at another provider, and that one refused or failed.',
    fix: [useClientCredentials, 'For people: whoever runs that identity provider has to look.'],
  },
  saml: {
    ...personal,
    title: 'A SAML sign-in is not set up right',
    why: 'SAML is a way for people to sign in. Finance & Operations’ OData does not use it.',
    fix: [useClientCredentials],
  },
  claims: {
    step: 'register',
    who: 'entra-admin',
    links: ['enterprise-apps', 'docs-error-codes'],
    mayHealByWaiting: false,
    title: 'Rules for claims of the app or tenant do not work',
    why: 'Somebody has set up rules that change what a token says, and they fail.',
    fix: [
      'On the Enterprise application remove the custom claims, or set them right.',
      'A new plain registration (step 1) has none.',
    ],
  },
  code: {
    ...personal,
    title: 'A sign-in with a code did not work',
    why: 'Codes belong to people’s sign-ins; an app that signs in by itself uses none.',
    fix: [useClientCredentials],
  },
  onprem: {
    ...personal,
    who: 'entra-admin',
    title: 'The check of a password in Active Directory did not work',
    why: 'It concerns people whose passwords are checked in your own network, not apps.',
    fix: [useClientCredentials, 'For people: look at the state of the authentication agents.'],
    mayHealByWaiting: true,
  },
  desktop: {
    ...personal,
    title: 'Windows sign-on did not work',
    why: 'It concerns people at a computer of your domain, not apps.',
    fix: [useClientCredentials],
  },
  signout: {
    ...personal,
    title: 'A sign-out did not work',
    why: 'It has no effect on an integration.',
    fix: ['Nothing has to be done for the integration.'],
  },
  request: {
    ...personal,
    step: 'credentials',
    title: 'Entra cannot use the request as it was sent',
    why: 'A value in it is missing, of the wrong form, or meant for something else.',
    fix: [
      'Ask with grant_type, client_id, client_secret and scope={environmentUrl}/.default, nothing else.',
      'Or let a library such as MSAL write the request.',
    ],
  },
  service: {
    ...personal,
    who: 'nobody',
    title: 'Entra could not do this at the moment',
    why: 'It lies on Microsoft’s side.',
    fix: ['Try again in a minute.', 'If it lasts, look at Azure’s status page.'],
    links: ['azure-status', 'docs-error-codes'],
    mayHealByWaiting: true,
  },
  policy: {
    ...personal,
    who: 'policy-owner',
    title: 'A policy of the company is in the way',
    why: 'The credentials may be right; a rule of the tenant says no.',
    fix: ['Look in the sign-in logs which policy it is, and ask its owner.'],
    links: ['sign-in-logs', 'docs-error-codes'],
  },
  app: {
    ...personal,
    step: 'register',
    who: 'entra-admin',
    title: 'The app is not registered in a way that works for this',
    why: 'Something in its registration asks for what it does not have.',
    fix: ['Compare the registration with step 1, or make a new plain one.'],
    links: ['app-overview', 'docs-error-codes'],
  },
}
