import type { Tenant } from '@/lib/sandbox/entra/tenants'
import { EntraRefusal, type OAuthErrorName, type Refusal } from '@/lib/sandbox/entra/token-error'

/** What the practice Entra refuses, in the wording that people paste into a search box. */
export const refusals = {
  tenantUnknown: (segment: string) =>
    refuse(
      90002,
      'invalid_request',
      `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    ),
  tenantInvalid: (segment: string) =>
    refuse(
      900023,
      'invalid_request',
      `Specified tenant identifier '${segment}' is neither a valid DNS name, nor a valid external domain.`,
    ),
  tenantShared: () =>
    refuse(
      50059,
      'invalid_request',
      'No tenant-identifying information found in either the request or implied by any provided credentials.',
    ),
  onlyPost: (method: string) => ({
    ...refuse(
      900561,
      'invalid_request',
      `The endpoint only accepts POST requests. Received a ${method} request.`,
    ),
    status: 405 as const,
  }),
  parameterMissing: (name: string) =>
    refuse(
      900144,
      'invalid_request',
      `The request body must contain the following parameter: '${name}'.`,
    ),
  fieldMissing: (name: string) =>
    refuse(
      90014,
      'invalid_request',
      `The required field '${name}' is missing from the credential. Ensure that you have all the necessary parameters for the login request.`,
    ),
  grantUnsupported: (grant: string) =>
    refuse(
      70003,
      'unsupported_grant_type',
      `The app requested an unsupported grant type '${grant}'.`,
    ),
  resourceParameter: () =>
    refuse(901002, 'invalid_request', "The 'resource' request parameter is not supported."),
  scopeMalformed: (scope: string) =>
    refuse(
      70011,
      'invalid_scope',
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    ),
  scopeNotDefault: (scope: string) =>
    refuse(
      1002012,
      'invalid_scope',
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    ),
  appUnknown: (clientId: string, tenant: Tenant) =>
    refuse(
      700016,
      'unauthorized_client',
      `Application with identifier '${clientId}' was not found in the directory '${tenant.name}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    ),
  appDisabled: (clientId: string, name: string) =>
    refuse(7000112, 'unauthorized_client', `Application '${clientId}'(${name}) is disabled.`),
  credentialMissing: () =>
    refuseClient(
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    ),
  secretWrong: (clientId: string) =>
    refuseClient(
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    ),
  secretExpired: (clientId: string) =>
    refuseClient(
      7000222,
      `The provided client secret keys for app '${clientId}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds.`,
    ),
  resourceUnknown: (resource: string, tenant: Tenant) =>
    refuse(
      500011,
      'invalid_resource',
      `The resource principal named ${resource} was not found in the tenant named ${tenant.name}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    ),
  assertionMalformed: () => refuse(50027, 'invalid_request', 'JWT token is invalid or malformed.'),
  assertionAlgorithm: (algorithm: string) =>
    refuseClient(
      5002738,
      `Invalid JWT token. '${algorithm}' is not a supported signature algorithm. Supported signing algorithms are: 'RS256, PS256'`,
    ),
  assertionThumbprintMissing: () =>
    refuseClient(
      5002723,
      'Invalid JWT token. No certificate SHA-1 thumbprint, certificate SHA-256 thumbprint, nor keyId specified in token header.',
    ),
  assertionOtherApp: () =>
    refuseClient(
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter.",
    ),
  certificateUnknown: (thumbprint: string, clientId: string) =>
    refuseClient(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${clientId}'.]`,
    ),
  certificateExpired: (thumbprint: string) =>
    refuseClient(
      700027,
      `Client assertion failed signature validation. [Reason - The key used is expired., Thumbprint of key used by client: '${thumbprint}']`,
    ),
  signatureWrong: (thumbprint: string) =>
    refuseClient(
      700027,
      `Client assertion failed signature validation. [Reason - The key was found but the signature does not match., Thumbprint of key used by client: '${thumbprint}']`,
    ),
  assertionTime: (times: Readonly<{ now: string; from: string; until: string }>) =>
    refuseClient(
      700024,
      `Client assertion is not within its valid time range. Current time: ${times.now}, assertion valid from ${times.from}, expiry time of assertion ${times.until}. Review the documentation at https://learn.microsoft.com/entra/identity-platform/certificate-credentials .`,
    ),
} as const

/** Ends the request with `refusal`. @throws {EntraRefusal} always. */
export function refuseWith(refusal: Refusal): never {
  throw new EntraRefusal(refusal)
}

function refuse(code: number, error: OAuthErrorName, text: string): Refusal {
  return { code, error, status: 400, text }
}

function refuseClient(code: number, text: string): Refusal {
  return { code, error: 'invalid_client', status: 401, text }
}
