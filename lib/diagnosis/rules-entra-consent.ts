import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** Permission, consent and the tenant's policies. */
export const entraConsentRules = rulesOf(
  {
    step: 'permissions',
    who: 'entra-admin',
    links: ['app-permissions', 'admin-consent'],
    sources: [sources.aadsts],
  },
  [
    {
      id: 'entra.consent-missing',
      match: { aadsts: [65001, 90094, 90095] },
      title: 'An administrator has not consented yet',
      cause: 'The app {clientId} asks for a permission that nobody in the tenant has granted it.',
      fix: [
        'On API permissions press "Grant admin consent", or send the consent link to someone who may.',
        'A fresh consent can take some minutes to work.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'entra.consent-declined',
      match: { aadsts: [65004, 50150] },
      title: 'The consent was asked for and declined',
      cause: 'Whoever saw the consent page pressed Cancel, or was not allowed to agree.',
      fix: ['Let a Privileged Role Administrator or Global Administrator grant admin consent.'],
    },
    {
      id: 'entra.role-not-assigned',
      match: { aadsts: [501051, 50105] },
      title: 'The app is not assigned to the resource',
      cause:
        'The resource demands that callers are assigned a role, and {clientId} has none: the permission was not added, or consent is missing.',
      fix: [
        'Add the application permission on Dynamics ERP and grant admin consent.',
        'Or, on the Enterprise application that is called, set "Assignment required" to No.',
      ],
      mayHealByWaiting: true,
    },
    {
      id: 'entra.permission-not-listed',
      match: { aadsts: [65005, 650056, 650057] },
      title: 'The app’s list of permissions lacks what it asks for',
      cause:
        'The registration names no permission on the resource that is asked for, or consent to it is missing.',
      fix: [
        'On API permissions add Dynamics ERP, Application permissions, Connector.FullAccess.',
        'Press "Grant admin consent".',
        'Check that the resource is {environmentUrl}.',
      ],
    },
    {
      id: 'entra.first-party-app',
      match: { aadsts: [65002] },
      step: 'register',
      title: 'The client id is one of Microsoft’s own apps',
      cause:
        'Microsoft’s apps may only call what Microsoft has agreed for them; they can’t be borrowed.',
      fix: ['Register an app of your own (step 1) and use its client id.'],
      links: ['new-registration'],
    },
    {
      id: 'entra.consent-forbidden',
      match: { aadsts: [90093] },
      title: 'Whoever tried may not grant this consent',
      cause: 'Entra’s directory refused: the signed-in person lacks the role for it.',
      fix: ['Let a Privileged Role Administrator or Global Administrator grant admin consent.'],
    },
  ],
)

/** Rules that the company itself has set; no step is wrong. */
export const entraPolicyRules = rulesOf(
  {
    step: null,
    who: 'policy-owner',
    links: ['conditional-access', 'sign-in-logs'],
    sources: [sources.aadsts, sources.workloadPolicies],
  },
  [
    {
      id: 'entra.conditional-access',
      match: { aadsts: [53003, 530031, 530032, 530033, 50131] },
      title: 'A Conditional Access policy blocks the app',
      cause:
        'The credentials are right. A policy of your company does not let this app in from where it runs: from this network address, or because Entra sees a risk.',
      fix: [
        'Open the sign-in logs, tab Service principal sign-ins, and see which policy applied.',
        'Ask its owner to allow this app, or the network address of the server that runs Fivestep.',
      ],
    },
    {
      id: 'entra.security-defaults',
      match: { aadsts: [530035] },
      title: 'The tenant’s security defaults block the sign-in',
      cause:
        'Security defaults refuse old ways of signing in, such as with a user’s name and password.',
      fix: ['Sign in as an app with a secret or a certificate, not as a user with a password.'],
    },
    {
      id: 'entra.device-or-mfa-policy',
      match: { aadsts: [53000, 53001, 53002, 53004, 53010, 53011, 530034, 50005] },
      title: 'A policy for people blocks the sign-in',
      cause:
        'The policy asks for a managed device or a second factor. An app has neither; so a person’s account is being used here.',
      fix: ['Let the integration sign in as an app (grant_type=client_credentials).'],
    },
    {
      id: 'entra.tenant-restrictions',
      match: { aadsts: [500021, 500022, 50002] },
      title: 'Your network allows only certain tenants',
      cause:
        'A proxy on the way adds a header that restricts sign-in to listed tenants, and {tenantId} is not among them.',
      fix: [
        'Ask for the tenant to be added to the proxy’s list, or for the server to be exempted.',
      ],
      who: 'network-admin',
      links: [],
    },
    {
      id: 'entra.cross-tenant-policy',
      match: { aadsts: [500212, 500213] },
      title: 'A cross-tenant access policy blocks the way',
      cause: 'One of the two tenants does not let its people or apps into the other.',
      fix: ['Register the app in the environment’s own tenant; then no border is crossed.'],
    },
    {
      id: 'entra.tenant-blocked',
      match: { aadsts: [5000224] },
      title: 'Microsoft has blocked this tenant',
      cause: 'Entra refuses all sign-ins to the tenant. Only Microsoft’s support can say why.',
      fix: ['Open a case with Microsoft’s support and give them the ids of this answer.'],
      links: [],
    },
    {
      id: 'entra.address-blocked',
      match: { aadsts: [50053] },
      title: 'Entra blocks the account or the network address',
      cause: 'Too many wrong attempts, or attacks came from the address that this server uses.',
      fix: [
        'Open the sign-in logs and see which of the two it is.',
        'Stop whatever tries with an old secret or password, then wait some minutes.',
      ],
      mayHealByWaiting: true,
    },
  ],
)
