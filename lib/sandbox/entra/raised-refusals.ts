import type { OAuthErrorName, Refusal } from '@/lib/sandbox/entra/token-error'

/** A refusal that no state of the practice tenant leads to, so that a person has to ask for it. */
export type RaisedRefusal = Readonly<{
  code: number
  /** What happened, for the list that a person chooses from. */
  title: string
  /** `request`: before the secret is looked at; `grant`: once it was found good. */
  when: 'request' | 'grant'
  refusal: Refusal
}>

type Row = readonly [
  code: number,
  error: OAuthErrorName,
  when: RaisedRefusal['when'],
  title: string,
  text: string,
]

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const rows: readonly Row[] = [
  [
    7000229,
    'unauthorized_client',
    'request',
    'No service principal',
    'The client application is missing service principal in the tenant.',
  ],
  [
    700025,
    'invalid_client',
    'request',
    'A public client',
    "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
  ],
  [
    50003,
    'invalid_request',
    'grant',
    'Signing key missing',
    'Sign-in failed because of a missing signing key or certificate.',
  ],
  [
    70002,
    'invalid_client',
    'grant',
    'Credentials not valid',
    'Error validating credentials. The specified client_secret does not match the expected value for this client.',
  ],
  [
    700211,
    'invalid_client',
    'grant',
    'Federation: issuer',
    'No matching federated identity record found for presented assertion issuer.',
  ],
  [
    700212,
    'invalid_client',
    'grant',
    'Federation: audience',
    'No matching federated identity record found for presented assertion audience.',
  ],
  [
    700213,
    'invalid_client',
    'grant',
    'Federation: subject',
    'No matching federated identity record found for presented assertion subject.',
  ],
  [
    65001,
    'invalid_grant',
    'grant',
    'Consent missing',
    'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  ],
  [90094, 'invalid_grant', 'grant', 'Admin consent required', 'Administrator consent is required.'],
  [
    501051,
    'invalid_grant',
    'grant',
    'Role not assigned',
    'The application is not assigned to a role for the resource application.',
  ],
  [
    650056,
    'invalid_grant',
    'grant',
    'No permission listed',
    "Misconfigured application. The client has not listed any permissions in the requested permissions in the client's application registration, or the admin has not consented in the tenant.",
  ],
  [
    650057,
    'invalid_resource',
    'grant',
    'Resource not listed',
    "Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client's application registration.",
  ],
  [
    500014,
    'invalid_resource',
    'grant',
    'Dynamics ERP disabled',
    'The service principal for the resource is disabled. This indicates that a subscription within the tenant has lapsed, or that the administrator for this tenant has disabled the application, preventing tokens from being issued for it.',
  ],
  [
    650052,
    'invalid_resource',
    'grant',
    'Dynamics ERP not subscribed',
    "The app needs access to a service that your organization hasn't subscribed to or enabled.",
  ],
  [
    90009,
    'invalid_request',
    'grant',
    'Token for itself',
    'Application is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.',
  ],
  [
    50194,
    'invalid_request',
    'request',
    'Not multitenant',
    'Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such applications. Use a tenant-specific endpoint or configure the application to be multi-tenant.',
  ],
  [
    90038,
    'invalid_request',
    'request',
    'Tenant of another cloud',
    'The specified tenant belongs to another national cloud. Current cloud instance does not federate with it.',
  ],
  [
    900382,
    'invalid_request',
    'request',
    'Cross-cloud request',
    'Confidential Client is not supported in Cross Cloud request.',
  ],
  [
    9002313,
    'invalid_request',
    'request',
    'Malformed request',
    'Invalid request. Request is malformed or invalid.',
  ],
  [
    53003,
    'access_denied',
    'grant',
    'Conditional Access',
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ],
  [
    530035,
    'access_denied',
    'grant',
    'Security defaults',
    'Access has been blocked by security defaults.',
  ],
  [
    500021,
    'access_denied',
    'request',
    'Tenant restrictions',
    'Access to the tenant is denied by tenant restrictions.',
  ],
  [
    500212,
    'access_denied',
    'grant',
    'Cross-tenant policy',
    "The user's administrator has set an outbound access policy that does not allow access to the resource tenant.",
  ],
  [
    5000224,
    'access_denied',
    'request',
    'Tenant blocked',
    'We are sorry, this resource is not available. If you are seeing this message by mistake, please contact Microsoft support.',
  ],
  [
    50053,
    'access_denied',
    'request',
    'Address blocked',
    'Sign-in was blocked because it came from an IP address with malicious activity.',
  ],
  [
    50196,
    'invalid_grant',
    'request',
    'Loop detected',
    'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
  ],
  [
    90024,
    'temporarily_unavailable',
    'request',
    'Budget exceeded',
    'A transient error has occurred. Please try again.',
  ],
  [
    90033,
    'temporarily_unavailable',
    'request',
    'Service unavailable',
    'A transient error has occurred. Please try again.',
  ],
]

/** Every refusal that can be asked for, in the order in which a page lists them. */
export const raisedRefusals: readonly RaisedRefusal[] = rows.map(
  ([code, error, when, title, text]) => ({
    code,
    title,
    when,
    refusal: { code, error, status: error === 'invalid_client' ? 401 : 400, text },
  }),
)

/** The refusal with this number; undefined where the practice tenant does not offer it. */
export function findRaisedRefusal(code: number | null): RaisedRefusal | undefined {
  return raisedRefusals.find((known) => known.code === code)
}
