import { issuerOf } from '@/lib/sandbox/entra/mint-token'
import type { Tenant } from '@/lib/sandbox/entra/tenants'
import { graphHost, graphOrigin } from '@/lib/sandbox/hosts'

/**
 * The OpenID Connect metadata of a tenant. The v2.0 issuer is on the host that was asked, port
 * included, since clients hold the two against each other.
 *
 * @see OpenID Connect Discovery 1.0 section 3
 */
export function openIdConfiguration(
  version: 'v1' | 'v2',
  tenant: Tenant | undefined,
  origin: string,
): Record<string, unknown> {
  const base = `${origin}/${tenant?.tenantId ?? 'common'}`
  const path = version === 'v2' ? '/oauth2/v2.0' : '/oauth2'
  const tenantId = tenant?.tenantId ?? '{tenantid}'
  return {
    token_endpoint: `${base}${path}/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
    ],
    jwks_uri: `${base}/discovery${version === 'v2' ? '/v2.0' : ''}/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported:
      version === 'v2' ? ['openid', 'profile', 'email', 'offline_access'] : ['openid'],
    issuer: version === 'v2' ? `${origin}/${tenantId}/v2.0` : issuerOf(tenantId),
    request_uri_parameter_supported: false,
    userinfo_endpoint: `${graphOrigin}/oidc/userinfo`,
    authorization_endpoint: `${base}${path}/authorize`,
    device_authorization_endpoint: `${base}${path}/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}${path}/logout`,
    claims_supported: ['sub', 'iss', 'aud', 'exp', 'iat', 'tid', 'ver', 'oid', 'appid', 'roles'],
    tenant_region_scope: 'PRACTICE',
    cloud_instance_name: new URL(origin).host,
    cloud_graph_host_name: graphHost,
    msgraph_host: graphHost,
  }
}

/** Tells a client that does not know this authority that it is one. */
export function instanceDiscovery(origin: string): Record<string, unknown> {
  const host = new URL(origin).host
  return {
    tenant_discovery_endpoint: `${origin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  }
}
