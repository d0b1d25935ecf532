import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** Entra does not know the app, or does not let it in as it is registered. */
export const entraAppRules = rulesOf(
  { step: 'register', who: 'entra-admin', sources: [sources.aadsts] },
  [
    {
      id: 'entra.app-not-found',
      match: { aadsts: [700016, 700011] },
      title: 'This tenant has no app with that client id',
      cause:
        'Entra looked for {clientId} in tenant {tenantId} and found nothing. The id is mistyped, it is the object id, the app lives in another tenant, or it was deleted.',
      fix: [
        'Open App registrations in the environment’s tenant and look for the app.',
        'Copy "Application (client) ID" from its Overview page, not "Object ID", and save it here.',
        'If it is not there, register it in this tenant (step 1).',
      ],
      links: ['app-registrations', 'new-registration', 'tenant-overview'],
    },
    {
      id: 'entra.app-disabled',
      match: { aadsts: [7000112, 70001, 1000031] },
      title: 'The app is switched off in this tenant',
      cause:
        'Entra knows the app {clientId}, but sign-in is disabled for it, so nobody gets a token for it.',
      fix: [
        'Open Enterprise applications, find the app, and on Properties set "Enabled for users to sign-in" to Yes.',
        'If it was switched off on purpose, ask who did it first.',
      ],
      links: ['enterprise-apps'],
    },
    {
      id: 'entra.app-without-principal',
      match: { aadsts: [7000229] },
      title: 'The app is registered, but has no service principal in this tenant',
      cause:
        'The registration only describes the app. To act in tenant {tenantId} it also needs a service principal, and there is none: it was deleted, or never made.',
      fix: [
        'Grant admin consent to the app: that makes its service principal.',
        'Then check again; it may take a minute.',
      ],
      links: ['admin-consent', 'enterprise-apps'],
      mayHealByWaiting: true,
    },
    {
      id: 'entra.app-other-tenants-only',
      match: { aadsts: [650059] },
      title: 'The app is single tenant and belongs to another tenant',
      cause:
        'The app may only be used in the tenant where it was registered, and {tenantId} is not it.',
      fix: [
        'Register an app in the environment’s own tenant and use its client id.',
        'Or correct the tenant of this connection, if that is the wrong one.',
      ],
      links: ['new-registration', 'tenant-overview'],
    },
    {
      id: 'entra.app-is-public-client',
      match: { aadsts: [700025] },
      title: 'The app is set up as a public client',
      cause:
        'A public client, such as a mobile app, can keep no secret, so Entra refuses one from it.',
      fix: [
        'On the app’s page Authentication set "Allow public client flows" to No.',
        'Or register a new app with the platform Web (step 1).',
      ],
      links: ['app-overview', 'new-registration'],
    },
    {
      id: 'entra.client-refused',
      match: { aadsts: [7000014, 700054, 70005, 70007] },
      title: 'Entra refuses this kind of request from the app',
      cause:
        'What was asked for (a response or token type) is not switched on for the app. An integration that signs in by itself never needs it.',
      fix: [
        'Ask with grant_type=client_credentials at the token endpoint, as Fivestep does.',
        'Leave the implicit grant of the app off.',
      ],
      who: 'developer',
      links: ['app-overview'],
    },
    {
      id: 'entra.app-on-behalf-refused',
      match: { aadsts: [7000114] },
      title: 'The app may not act on behalf of users',
      cause:
        'The request was an on-behalf-of call, which is not allowed for this app and not needed for an integration.',
      fix: ['Ask for a token with grant_type=client_credentials instead.'],
      who: 'developer',
    },
    {
      id: 'entra.app-signing-key-missing',
      match: { aadsts: [50003, 50146, 501461] },
      title: 'The app asks for a signing key of its own, and it has none',
      cause:
        'The registration uses custom claims (acceptMappedClaims), which need an app-specific signing key.',
      fix: [
        'Set acceptMappedClaims to false in the app’s manifest, or give the app a signing key.',
        'A new plain registration (step 1) needs neither.',
      ],
      links: ['app-overview'],
    },
    {
      id: 'entra.app-id-not-guid',
      match: { aadsts: [90112] },
      step: 'credentials',
      title: 'The client id is not a GUID',
      cause: 'Entra wants the application id as a GUID, and something else was sent.',
      fix: ['Copy "Application (client) ID" from the app’s Overview page and save it here.'],
      who: 'developer',
      links: ['app-overview'],
    },
    {
      id: 'entra.token-for-itself',
      match: { aadsts: [90009, 90008] },
      step: 'credentials',
      title: 'The app asks for a token for itself',
      cause:
        'The resource in the request is the app’s own id. The token is wanted for Finance & Operations, so its address belongs there.',
      fix: ['Ask for {environmentUrl}/.default as the scope.'],
      who: 'developer',
    },
    {
      id: 'entra.browser-redemption',
      match: { aadsts: [9002326, 9002327] },
      step: null,
      title: 'The token was asked for from inside a browser',
      cause:
        'Entra gives tokens with a secret only to servers. A browser sends an Origin header, and that is allowed only for single-page apps without a secret.',
      fix: ['Ask from a server. In Postman use the desktop app or its agent, not the page.'],
      who: 'developer',
    },
  ],
)
