import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** Microsoft Graph, which makes app, secret and permission by machine. */
export const graphRules = rulesOf(
  {
    step: 'register',
    who: 'entra-admin',
    links: ['app-registrations'],
    sources: [sources.graphErrors],
  },
  [
    {
      id: 'graph.rights-missing',
      match: {
        where: ['graph'],
        codes: ['Authorization_RequestDenied', 'Authorization_IdentityDisabled', 'accessDenied'],
      },
      title: 'Whoever signed in may not do this in Entra',
      cause: 'Graph refuses: the account or app lacks the directory role or permission for it.',
      fix: [
        'Sign in as someone with the role Application Administrator, or Global Administrator for consent.',
        'An app needs Application.ReadWrite.All and AppRoleAssignment.ReadWrite.All, with admin consent.',
      ],
    },
    {
      id: 'graph.forbidden',
      match: { where: ['graph'], status: [403] },
      title: 'Graph refuses the request',
      cause: 'The account or app lacks the right for it.',
      fix: ['Sign in as someone with the role Application Administrator, or do the step by hand.'],
      confidence: 'likely',
    },
    {
      id: 'graph.token-refused',
      match: { where: ['graph'], status: [401] },
      step: null,
      title: 'Graph does not accept the sign-in',
      cause: 'The token for Graph has ended, or was made for something else.',
      fix: ['Sign in again.'],
      who: 'developer',
      links: [],
      confidence: 'likely',
    },
    {
      id: 'graph.secrets-forbidden',
      match: {
        where: ['graph'],
        text: /CredentialTypeNotAllowedAsPerAppPolicy|Credential type not allowed|password (addition|credentials?)[^\n]{0,40}(restricted|not allowed|blocked)/i,
      },
      step: 'secret',
      title: 'This tenant forbids secrets for apps',
      cause: 'An app management policy of your company lets apps use certificates only.',
      fix: [
        'Use a certificate in place of the secret.',
        'Or ask whoever owns the policy for an exception for this app.',
      ],
      who: 'policy-owner',
      links: ['app-secrets'],
      sources: [sources.graphErrors, sources.appPolicies],
    },
    {
      id: 'graph.secret-too-long',
      match: {
        where: ['graph'],
        text: /CredentialInvalidLifetimeAsPerAppPolicy|lifetime[^\n]{0,60}(exceeds|policy|max)/i,
      },
      step: 'secret',
      title: 'The secret would live longer than this tenant allows',
      cause: 'An app management policy of your company limits how long a secret may be good.',
      fix: ['Choose a shorter time, such as 90 days, and let yourself be reminded.'],
      links: ['app-secrets'],
      sources: [sources.graphErrors, sources.appPolicies],
    },
    {
      id: 'graph.quota',
      match: {
        where: ['graph'],
        codes: ['Directory_QuotaExceeded', 'Directory_ResourceSizeExceeded'],
      },
      title: 'The directory, or this account, has no room for another app',
      cause:
        'Each account may make a limited number of objects, and deleted ones count for 30 days.',
      fix: ['Delete apps that nobody needs, for good, or use another administrator’s account.'],
    },
    {
      id: 'graph.dynamics-erp-missing',
      match: { where: ['graph'], status: [404], url: /servicePrincipals\(appId=(%27|')00000015/i },
      step: 'permissions',
      title: 'Dynamics ERP is not present in this tenant',
      cause:
        'Its service principal is missing: the tenant has no Dynamics 365 Finance & Operations, or it was removed.',
      fix: [
        'Check that this is the environment’s tenant.',
        'Make the service principal of 00000015-0000-0000-c000-000000000000 in this tenant.',
      ],
      links: ['enterprise-apps', 'tenant-overview'],
    },
    {
      id: 'graph.not-found',
      match: { where: ['graph'], status: [404] },
      title: 'Entra has no such app, or not yet',
      cause:
        'What was just made can take some seconds until every server of the directory knows it. Or the id is wrong.',
      fix: ['Try again in a minute.', 'Check that the object id is used here, not the client id.'],
      confidence: 'likely',
      mayHealByWaiting: true,
    },
    {
      id: 'graph.not-replicated',
      match: {
        where: ['graph'],
        text: /NoBackingApplicationObject|does not reference a valid application object|ResourceNotFound[^\n]*(replicat|yet)|Directory_(Expired|Concurrency)\w*/i,
      },
      title: 'The new app has not reached every server of the directory',
      cause: 'Entra makes copies of what was just made, and one of them was asked too early.',
      fix: ['Wait some seconds and try again; nothing has to be changed.'],
      who: 'nobody',
      mayHealByWaiting: true,
    },
    {
      id: 'graph.granted-already',
      match: { where: ['graph'], text: /Permission being assigned already exists/i },
      step: 'permissions',
      title: 'The permission was granted before',
      cause: 'Nothing is wrong: the app has it already.',
      fix: ['Go on with the next step.'],
      who: 'nobody',
      links: ['app-permissions'],
    },
    {
      id: 'graph.role-unknown',
      match: { where: ['graph'], text: /Permission being assigned was not found on application/i },
      step: 'permissions',
      title: 'Dynamics ERP in this tenant has no such permission',
      cause:
        'What Dynamics ERP offers differs from tenant to tenant, and this one is not among it.',
      fix: [
        'Read what Dynamics ERP offers here, and choose from that.',
        'If there is none, go on: Finance & Operations decides by its own list (step 5).',
      ],
      links: ['app-permissions'],
    },
    {
      id: 'graph.exists-already',
      match: {
        where: ['graph'],
        text: /Request_MultipleObjectsWithSameKeyValue|same value for property[^\n]*already exists|ObjectConflict|already in use/i,
      },
      title: 'That exists already',
      cause:
        'Another object of the tenant has the same id or name, where it has to be the only one.',
      fix: ['Use the existing one, or choose another name.'],
    },
    {
      id: 'graph.bad-request',
      match: { where: ['graph'], status: [400, 409, 422] },
      title: 'Graph does not accept the request',
      cause: 'It says: {message}',
      fix: ['Do this step by hand in the portal; the way is described there.'],
      who: 'developer',
      confidence: 'possible',
    },
    {
      id: 'graph.throttled',
      match: { where: ['graph'], status: [429] },
      step: null,
      title: 'Graph asks for a pause',
      cause: 'It is asked too often just now, and asks to wait {retryAfter}.',
      fix: ['Wait and try again.'],
      who: 'nobody',
      links: [],
      mayHealByWaiting: true,
    },
    {
      id: 'graph.trouble',
      match: { where: ['graph'], status: [[500, 599]] },
      step: null,
      title: 'Graph has trouble of its own at the moment',
      cause: 'The request arrived; Microsoft’s side could not answer it.',
      fix: ['Wait a minute and try again.', 'If it lasts, look at Azure’s status page.'],
      who: 'nobody',
      links: ['azure-status'],
      mayHealByWaiting: true,
    },
  ],
)
