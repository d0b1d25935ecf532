import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** An authority's answers without an AADSTS code: AD FS, MSAL's own words, plain HTTP. */
export const authorityRules = rulesOf(
  { step: 'credentials', who: 'developer', links: [], sources: [sources.oauth] },
  [
    {
      id: 'authority.adfs-client',
      match: { where: ['authority'], text: /MSIS9(622|224|223|610)\b/ },
      step: 'secret',
      title: 'AD FS refuses the app’s id or secret',
      cause: 'AD FS knows no application with this id, or its secret is another one.',
      fix: ['In AD FS Management open Application Groups and compare client id and secret.'],
      who: 'entra-admin',
    },
    {
      id: 'authority.adfs-resource',
      match: { where: ['authority'], text: /MSIS9(605|607|602)\b/ },
      title: 'AD FS does not let the app call this resource',
      cause:
        'The application group in AD FS names no Web API with this address, or does not allow the client to use it.',
      fix: [
        'In AD FS Management add the environment’s address as Web API identifier and permit the client.',
      ],
      who: 'entra-admin',
    },
    {
      id: 'authority.adfs',
      match: { where: ['authority'], text: /MSIS\d{4}\b/ },
      title: 'AD FS refused the request for the token',
      cause: 'It says: {message}',
      fix: ['Look the MSIS number up in the event log of AD FS: it names the reason.'],
      who: 'entra-admin',
      confidence: 'likely',
      nudge: -10,
    },
    {
      id: 'authority.not-https',
      match: { where: ['authority'], codes: ['authority_uri_insecure'] },
      title: 'The authority has to begin with https',
      cause: 'Secrets are never sent over an open line, so http is refused.',
      fix: ['Write the address of the authority with https.'],
    },
    {
      id: 'authority.discovery-failed',
      match: {
        where: ['authority'],
        codes: [
          'endpoints_resolution_error',
          'openid_config_error',
          'untrusted_authority',
          'invalid_authority_type',
          'hash_empty_error',
        ],
      },
      title: 'The authority does not describe itself',
      cause:
        'At {host} there is no sign-in service for this tenant, or its description could not be read.',
      fix: [
        'Check the cloud and the tenant of this connection.',
        'Check that {host} can be reached from this server.',
      ],
      confidence: 'likely',
    },
    {
      id: 'authority.page',
      match: { where: ['authority'], facts: ['html'] },
      step: null,
      title: 'A web page came instead of Entra’s answer',
      cause: 'A proxy or a sign-in page of your own network answered in place of {host}.',
      fix: [
        'Let this server reach {host} without a page in between.',
        'Look at the raw evidence: its first lines tell whose page it is.',
      ],
      who: 'network-admin',
      confidence: 'likely',
    },
    {
      id: 'authority.redirect',
      match: {
        where: ['authority'],
        status: [[300, 399]],
        header: { name: 'location', pattern: /./ },
      },
      title: 'The address of the sign-in service leads elsewhere',
      cause:
        '{host} sends the call on to {location}. Fivestep follows no redirect, so that no secret reaches another host.',
      fix: [
        'Check the cloud and the authority of this connection: its address has to be the sign-in service’s own.',
        'If a portal of your network stands in between, let this server through without it.',
      ],
      confidence: 'likely',
    },
    {
      id: 'authority.throttled',
      match: { where: ['authority'], status: [429] },
      step: null,
      title: 'The sign-in service asks for a pause',
      cause: 'It is asked too often just now, and asks to wait {retryAfter}.',
      fix: ['Wait, and keep each token until shortly before its end.'],
      mayHealByWaiting: true,
    },
    {
      id: 'authority.trouble',
      match: { where: ['authority'], status: [[500, 599]] },
      step: null,
      title: 'The sign-in service has trouble of its own at the moment',
      cause: '{host} answered {status}. Nothing is wrong with the set-up.',
      fix: ['Wait a minute and try again.', 'If it lasts, look at Azure’s status page.'],
      who: 'nobody',
      links: ['azure-status'],
      mayHealByWaiting: true,
      confidence: 'likely',
    },
    {
      id: 'authority.not-found',
      match: { where: ['authority'], status: [404] },
      title: 'There is no sign-in service at this address',
      cause: '{host} knows no such path: the authority or the tenant in it is wrong.',
      fix: ['Check the cloud, the authority and the tenant of this connection.'],
      confidence: 'likely',
    },
    {
      id: 'authority.client-refused',
      match: { where: ['authority'], text: /\binvalid_client\b/ },
      step: 'secret',
      title: 'The sign-in service refuses the app’s credentials',
      cause:
        'It answers invalid_client: client id and secret do not belong together, or the secret is no longer good.',
      fix: ['Check client id and secret.', 'Make a new secret and save its Value here.'],
      who: 'entra-admin',
      links: ['app-secrets'],
      confidence: 'likely',
      nudge: -24,
    },
    {
      id: 'authority.app-refused',
      match: { where: ['authority'], text: /\bunauthorized_client\b/ },
      step: 'register',
      title: 'The sign-in service does not let this app ask',
      cause:
        'It answers unauthorized_client: the app is unknown there, disabled, or not allowed this kind of request.',
      fix: ['Check the client id and the tenant.', 'Check that the app is enabled.'],
      who: 'entra-admin',
      links: ['app-overview'],
      confidence: 'likely',
      nudge: -24,
    },
    {
      id: 'authority.resource-refused',
      match: { where: ['authority'], text: /\b(invalid_resource|invalid_scope)\b/ },
      title: 'The sign-in service does not know what the token is for',
      cause: 'Scope or resource of the request are not right.',
      fix: ['Ask for scope={environmentUrl}/.default.'],
      confidence: 'likely',
      nudge: -24,
    },
    {
      id: 'authority.grant-refused',
      match: {
        where: ['authority'],
        text: /\b(invalid_grant|unsupported_grant_type|unsupported_response_type)\b/,
      },
      title: 'The sign-in service refuses this way of asking',
      cause:
        'The grant in the request is not valid, or not one for apps that sign in by themselves.',
      fix: ['Ask with grant_type=client_credentials.'],
      confidence: 'likely',
      nudge: -24,
    },
    {
      id: 'authority.consent-needed',
      match: {
        where: ['authority'],
        text: /\b(consent_required|interaction_required|login_required|access_denied)\b/,
      },
      step: 'permissions',
      title: 'The sign-in service wants a consent or a person first',
      cause:
        'It does not give the app a token by itself: consent is missing, or a policy is in the way.',
      fix: [
        'Grant admin consent to the app.',
        'If that is done, look for a policy in the sign-in logs.',
      ],
      who: 'entra-admin',
      links: ['admin-consent', 'sign-in-logs'],
      confidence: 'possible',
      nudge: -24,
    },
    {
      id: 'authority.unavailable',
      match: { where: ['authority'], text: /\b(temporarily_unavailable|server_error)\b/ },
      step: null,
      title: 'The sign-in service is not available at the moment',
      cause: 'It says so itself. Nothing is wrong with the set-up.',
      fix: ['Wait a minute and try again.'],
      who: 'nobody',
      links: ['azure-status'],
      mayHealByWaiting: true,
      nudge: -24,
    },
    {
      id: 'authority.request-refused',
      match: { where: ['authority'], status: [[400, 499]] },
      title: 'The sign-in service refuses the request for the token',
      cause: 'It answered {status}. It says: {message}',
      fix: [
        'Check tenant, client id, secret and resource.',
        'Look at the raw evidence for its own words.',
      ],
      confidence: 'possible',
    },
    {
      id: 'authority.silent',
      match: { where: ['authority'] },
      title: 'Entra gave no token',
      cause: 'Its answer fits nothing that is known here. It says: {message}',
      fix: ['Try again.', 'Look at the raw evidence, and keep its ids for Microsoft’s support.'],
      confidence: 'possible',
    },
  ],
)

/** The last word of each host role: always true, never a claim. */
export const lastRules = rulesOf(
  { step: null, who: 'developer', confidence: 'possible', sources: [] },
  [
    {
      id: 'finops.unknown-answer',
      match: { where: ['environment'] },
      title: 'Finance & Operations answered {status}, which is not known here',
      cause: 'The answer fits none of the known cases. It says: {message}',
      fix: [
        'Look at the raw evidence: its first lines often tell.',
        'Try the same call once more.',
      ],
      links: ['docs-odata'],
    },
    {
      id: 'graph.unknown-answer',
      match: { where: ['graph'] },
      title: 'Graph answered {status}, which is not known here',
      cause: 'The answer fits none of the known cases. It says: {message}',
      fix: [
        'Do this step by hand in the portal.',
        'Look at the raw evidence for Graph’s own words.',
      ],
    },
    {
      id: 'fivestep.failed',
      match: { where: ['fivestep'] },
      title: 'Fivestep itself could not finish this',
      cause: 'No call to Microsoft failed; something here did. It says: {message}',
      fix: ['Try again.', 'If it stays so, look at the server’s log under the same time.'],
    },
    {
      id: 'paste.unclear',
      match: { codes: ['paste_unclear'] },
      title: 'This text names no error that is known here',
      cause:
        'There is no status, no code and no answer of Entra or Finance & Operations in it, as far as can be told.',
      fix: [
        'Paste more of it: the status, the address that was called, and the body of the answer.',
        'The first lines of a log often hold more than the last.',
      ],
    },
  ],
)
