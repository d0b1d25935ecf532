import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** Nothing is wrong with the set-up: Entra itself has trouble, or is asked too often. */
export const entraServiceRules = rulesOf(
  {
    step: null,
    who: 'nobody',
    links: ['azure-status'],
    mayHealByWaiting: true,
    sources: [sources.aadsts],
  },
  [
    {
      id: 'entra.service-trouble',
      match: {
        aadsts: [90033, 90006, 90012, 90090, 90091, 50033, 50087, 50000, 90036, 90092, 70012],
      },
      title: 'Entra has trouble of its own at the moment',
      cause: 'The request was fine; a service behind Entra did not answer. This passes by itself.',
      fix: ['Wait a minute and try again.', 'If it lasts, look at Azure’s status page.'],
    },
    {
      id: 'entra.throttled',
      match: { aadsts: [90024, 90055] },
      title: 'Entra is asked too often',
      cause: 'The tenant or the app has used up what it may ask for in a short time.',
      fix: [
        'Wait and try again with growing pauses.',
        'Keep each token until shortly before its end; asking for one per call is what brings this about.',
      ],
      who: 'developer',
    },
    {
      id: 'entra.loop',
      match: { aadsts: [50196] },
      title: 'Entra sees the same request over and over',
      cause:
        'Some client asks for the same token again and again in short time, and is slowed down for it.',
      fix: [
        'Find what asks without keeping its token, and stop it.',
        'Wait some minutes before the next attempt.',
      ],
      who: 'developer',
    },
    {
      id: 'entra.regional',
      match: { aadsts: [100007, 230109] },
      title: 'The request went to an Entra address that is not for everyone',
      cause: 'Regional and backup addresses serve only Microsoft’s own traffic.',
      fix: ['Ask at https://login.microsoftonline.com, or the address of your cloud.'],
      who: 'developer',
      links: [],
      mayHealByWaiting: false,
      step: 'credentials',
    },
  ],
)

/** Errors of a person’s sign-in, which an integration meets only when it uses a person’s account. */
export const entraUserRules = rulesOf(
  { step: null, who: 'developer', links: [], sources: [sources.aadsts] },
  [
    {
      id: 'entra.user-second-factor',
      match: { aadsts: [50072, 50074, 50076, 50078, 50079, 50158, 50097] },
      title: 'A second factor is asked for: this is a person’s sign-in',
      cause:
        'The integration signs in with a user’s name and password, and that user has to confirm with a second factor.',
      fix: [
        'Let the integration sign in as an app: grant_type=client_credentials with the app’s own secret.',
        'Do not switch off the second factor for it.',
      ],
    },
    {
      id: 'entra.user-password',
      match: { aadsts: [50126, 50055, 50056, 50057, 50064, 50144] },
      title: 'A user’s name or password was refused',
      cause:
        'The integration signs in as a person: the password is wrong or expired, or the account is disabled.',
      fix: [
        'Let the integration sign in as an app: grant_type=client_credentials with the app’s own secret.',
      ],
    },
    {
      id: 'entra.user-not-in-tenant',
      match: { aadsts: [50034, 500341, 50020, 51004, 50014, 16000, 16003, 90072] },
      title: 'The user is not in this tenant',
      cause:
        'Somebody, or something with a person’s account, signs in to a tenant where that account does not exist.',
      fix: [
        'For an integration: sign in as an app, not as a user.',
        'For a person: choose the account of this tenant, or be invited as a guest.',
      ],
    },
    {
      id: 'entra.user-token-expired',
      match: { aadsts: [70000, 70008, 700082, 700084, 50173, 50089, 70043, 54005] },
      title: 'A person’s refresh token or code is no longer good',
      cause:
        'Codes and refresh tokens of people end or are revoked. An app that signs in by itself has none: it simply asks anew.',
      fix: [
        'Sign in again, where a person is meant to.',
        'For an integration use grant_type=client_credentials.',
      ],
    },
    {
      id: 'entra.interaction-needed',
      match: { aadsts: [50058, 700020, 50140, 50199, 16001, 16002] },
      title: 'Entra wants a person at the screen',
      cause: 'The request is part of an interactive sign-in that nobody completed.',
      fix: ['For an integration use grant_type=client_credentials; it never asks for a person.'],
    },
  ],
)
