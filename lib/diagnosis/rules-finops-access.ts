import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** 401: F&O does not accept the caller. */
export const finopsSignInRules = rulesOf(
  { step: 'trust', who: 'finops-admin', sources: [sources.services, sources.troubleshoot] },
  [
    {
      id: 'finops.app-not-registered',
      match: { where: ['environment'], status: [401], facts: ['token-minted'] },
      title: 'Finance & Operations does not know this app yet',
      cause:
        'Entra gave a token, so app, secret and tenant are right. Finance & Operations refuses it because {clientId} is not in its list Microsoft Entra ID applications, or the user behind it is disabled or gone.',
      fix: [
        'In Finance & Operations open System administration > Setup > Microsoft Entra ID applications.',
        'Add a row: Client Id {clientId}, a name, and an enabled user made for the integration.',
        'If the row is there, compare the id letter by letter and check that its user is enabled.',
        'Make sure that this is done in {environmentUrl}: each environment has its own list.',
      ],
      links: ['finops-clients', 'finops-users'],
      confidence: 'likely',
      mayHealByWaiting: true,
      sources: [sources.services, sources.unregistered],
    },
    {
      id: 'finops.user-disabled',
      match: {
        where: ['environment'],
        status: [401, 403],
        text: /\b(user|account)\b[^\n]{0,80}\b(disabled|not enabled|deactivated|inactive)\b/i,
      },
      title: 'The user behind the app is disabled',
      cause: 'The app is registered, but the user that it works as may not sign in any more.',
      fix: [
        'In Finance & Operations open Users, find the user of the app and enable it.',
        'Or give the app another user on Microsoft Entra ID applications.',
      ],
      links: ['finops-users', 'finops-clients'],
      nudge: 20,
    },
    {
      id: 'finops.audience-wrong',
      match: { where: ['environment'], status: [401], facts: ['audience-wrong'] },
      step: 'credentials',
      title: 'The token was made for another address',
      cause:
        'The token’s audience is {audience}, and this environment is {environmentUrl}. Finance & Operations compares letter by letter: a slash at the end or a capital letter is enough.',
      fix: [
        'Ask for scope={environmentUrl}/.default, with one slash and small letters.',
        'In Fivestep check the address of the environment.',
      ],
      who: 'developer',
      nudge: 30,
    },
    {
      id: 'finops.audience-refused',
      match: {
        where: ['environment'],
        status: [401],
        text: /IDX10214|IDX10208|audience[^\n]{0,40}(invalid|validation failed|not valid|did not match|mismatch)|invalid[^\n]{0,20}audience/i,
      },
      step: 'credentials',
      title: 'The token was made for another address',
      cause: 'Finance & Operations says that the token’s audience is not this environment.',
      fix: [
        'Ask for scope={environmentUrl}/.default: https, small letters, no slash before /.default but one, no path.',
      ],
      who: 'developer',
    },
    {
      id: 'finops.audience-challenged',
      match: {
        where: ['environment'],
        status: [401],
        header: {
          name: 'www-authenticate',
          pattern:
            /IDX10214|audience[^",]{0,60}(invalid|validation failed|not valid)|invalid audience/i,
        },
      },
      step: 'credentials',
      title: 'The token was made for another address',
      cause:
        'In its challenge Finance & Operations says that the token’s audience is not this environment.',
      fix: ['Ask for scope={environmentUrl}/.default: https, small letters, no path.'],
      who: 'developer',
      nudge: 7,
    },
    {
      id: 'finops.tenant-wrong',
      match: { where: ['environment'], status: [401], facts: ['tenant-wrong'] },
      step: 'credentials',
      title: 'The token comes from another tenant',
      cause:
        'The token was given by {tokenTenant}, but this environment belongs to {environmentTenantId}, and accepts only tokens of that one.',
      fix: [
        'Register the app in tenant {environmentTenantId} (step 1), or correct the tenant of this connection.',
        'Or check that this is the environment you mean.',
      ],
      who: 'developer',
      links: ['app-registrations'],
      nudge: 28,
    },
    {
      id: 'finops.issuer-refused',
      match: {
        where: ['environment'],
        status: [401],
        text: /IDX10205|issuer[^\n]{0,40}(invalid|validation failed|not valid)/i,
      },
      step: 'credentials',
      title: 'The token comes from another tenant',
      cause: 'Finance & Operations says that it does not trust who issued the token.',
      fix: ['Ask for the token in the environment’s own tenant and cloud.'],
      who: 'developer',
      links: ['tenant-overview'],
    },
    {
      id: 'finops.token-expired',
      match: { where: ['environment'], status: [401], facts: ['token-expired'] },
      step: null,
      title: 'The token had ended when it was used',
      cause: 'Tokens live about an hour. This one was past its end; the set-up itself is fine.',
      fix: [
        'Ask for a new token and try again; Fivestep does so by itself.',
        'In long runs of your own renew it some minutes before its end.',
        'If new tokens are refused too, check the clock of the machine.',
      ],
      who: 'developer',
      mayHealByWaiting: true,
      nudge: 29,
    },
    {
      id: 'finops.token-not-yet-valid',
      match: { where: ['environment'], status: [401], facts: ['token-not-yet-valid'] },
      step: null,
      title: 'The token is not valid yet',
      cause:
        'By the clock of this server the token begins to count in the future. One of the two clocks is wrong: this one, or that of the sign-in service.',
      fix: [
        'Compare the clock of this machine with the time in the raw evidence, and switch on NTP.',
        'With an authority of your own check the clock of its machine.',
      ],
      who: 'network-admin',
      confidence: 'likely',
      nudge: 29,
    },
    {
      id: 'finops.token-expired-said',
      match: {
        where: ['environment'],
        status: [401],
        text: /IDX10223|lifetime validation failed|token (is|has) expired|token expired/i,
      },
      step: null,
      title: 'The token had ended when it was used',
      cause: 'Finance & Operations says that the token’s time was up. The set-up itself is fine.',
      fix: [
        'Ask for a new token some minutes before the old one ends.',
        'Check the clock of the machine that calls.',
      ],
      who: 'developer',
      mayHealByWaiting: true,
    },
    {
      id: 'finops.token-broken',
      match: {
        where: ['environment'],
        status: [401],
        text: /IDX10(500|501|503|511|516|708|709)|IDX12\d{3}|signature validation failed|malformed token|not well formed/i,
      },
      step: null,
      title: 'What was sent is not a readable token',
      cause:
        'It was cut off, changed on the way, or is something else than the access_token of the answer.',
      fix: [
        'Send the header Authorization: Bearer, one space, and the whole access_token.',
        'Look for quotes, line breaks or a second "Bearer" in it.',
      ],
      who: 'developer',
    },
    {
      id: 'finops.principal-missing',
      match: {
        where: ['environment'],
        status: [401],
        facts: ['token-minted', 'no-service-principal'],
      },
      step: 'register',
      title: 'The token names no service principal',
      cause:
        'The token has no object id (oid): in tenant {tenantId} the app has no service principal to act as.',
      fix: [
        'Grant admin consent to the app: that makes its service principal.',
        'Then ask for a new token.',
      ],
      who: 'entra-admin',
      links: ['admin-consent', 'enterprise-apps'],
      nudge: 7,
    },
    {
      id: 'finops.no-token',
      match: { where: ['environment'], status: [401], facts: ['token-absent'] },
      step: null,
      title: 'The call carried no token',
      cause:
        'Finance & Operations asks every caller for a token and tells where to get it. This call had none.',
      fix: ['Walk the steps up to 4 first: then Entra gives the token that this call needs.'],
      who: 'developer',
    },
    {
      id: 'finops.other-scheme',
      match: {
        where: ['environment'],
        status: [401],
        header: {
          name: 'www-authenticate',
          pattern: /^(?!.*\bbearer\b)\s*(basic|ntlm|negotiate|digest)\b/i,
        },
      },
      step: 'credentials',
      title: 'What answers wants another kind of sign-in',
      cause:
        'Finance & Operations asks for a bearer token. This asks for Basic or Windows sign-in, so it is a proxy, another web site, or the web server of an on-premises machine.',
      fix: [
        'Compare the address with the one at which Finance & Operations opens in a browser.',
        'On-premises add /namespaces/AXSF, and name AD FS as the authority.',
      ],
      who: 'developer',
      confidence: 'likely',
      nudge: 20,
    },
    {
      id: 'finops.refused',
      match: { where: ['environment'], status: [401] },
      title: 'Finance & Operations refuses the caller',
      cause:
        'If Entra had given a token for this call, the app is most probably not registered in Finance & Operations (step 5). If there was none, that is the reason. From the answer alone the two can’t be told apart.',
      fix: [
        'Check that the call carries the header Authorization: Bearer with a token.',
        'If it does, register the app’s client id on Microsoft Entra ID applications in Finance & Operations.',
        'Open the token: its aud has to be the environment’s address, without a slash at the end.',
      ],
      links: ['finops-clients'],
      confidence: 'possible',
      sources: [sources.services, sources.unregistered],
    },
  ],
)
