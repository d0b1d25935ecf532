import { refusals, refuseWith } from '@/lib/sandbox/entra/refusals'

/** How the client proves who it is. */
export type ClientProof =
  | Readonly<{ kind: 'secret'; value: string }>
  | Readonly<{ kind: 'assertion'; jwt: string }>

/** A client credentials request, parsed; `resource` is as asked, with the slash it may end in. */
export type TokenRequest = Readonly<{
  version: 'v1' | 'v2'
  clientId: string
  proof: ClientProof
  resource: string
  scope: string
}>

const jwtBearer = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Reads a token request out of a form body, or of HTTP Basic for the client's part.
 *
 * @throws {EntraRefusal} 900144 or 90014 for what is missing, 70003, 901002, 70011, 1002012, 7000218.
 */
export function parseTokenRequest(
  version: 'v1' | 'v2',
  body: string,
  authorization: string | null,
): TokenRequest {
  const form = new URLSearchParams(body)
  const basic = parseBasic(authorization)
  const grant = form.get('grant_type') || refuseWith(refusals.parameterMissing('grant_type'))
  const clientId =
    form.get('client_id') || basic?.clientId || refuseWith(refusals.parameterMissing('client_id'))
  if (grant !== 'client_credentials') refuseWith(refusals.grantUnsupported(grant))

  const target = version === 'v2' ? parseScope(form) : parseResource(form)
  return { version, clientId: clientId.trim(), proof: parseProof(form, basic?.secret), ...target }
}

function parseScope(form: URLSearchParams): Readonly<{ resource: string; scope: string }> {
  const scope = form.get('scope')?.trim()
  if (!scope) {
    refuseWith(form.has('resource') ? refusals.resourceParameter() : refusals.fieldMissing('scope'))
  }
  // OIDC's own scopes say nothing here; libraries add them out of habit.
  const asked = scope
    .split(/\s+/)
    .filter((word) => !['openid', 'profile', 'offline_access'].includes(word))
  const [only, second] = asked
  if (only === undefined || second !== undefined) refuseWith(refusals.scopeMalformed(scope))
  if (!only.endsWith('/.default')) refuseWith(refusals.scopeNotDefault(only))
  const resource = only.slice(0, -'/.default'.length)
  if (resource === '') refuseWith(refusals.scopeMalformed(scope))
  return { resource, scope: only }
}

function parseResource(form: URLSearchParams): Readonly<{ resource: string; scope: string }> {
  const resource = form.get('resource')?.trim() || refuseWith(refusals.fieldMissing('resource'))
  return { resource, scope: resource }
}

function parseProof(form: URLSearchParams, basicSecret: string | undefined): ClientProof {
  const jwt = form.get('client_assertion')
  if (jwt) {
    const type = form.get('client_assertion_type')
    if (!type) refuseWith(refusals.parameterMissing('client_assertion_type'))
    if (type !== jwtBearer) refuseWith(refusals.assertionMalformed())
    return { kind: 'assertion', jwt }
  }
  const secret = form.get('client_secret') || basicSecret
  return secret ? { kind: 'secret', value: secret } : refuseWith(refusals.credentialMissing())
}

/** @see RFC 6749 section 2.3.1: id and secret are form-encoded before they are base64-encoded. */
function parseBasic(
  authorization: string | null,
): Readonly<{ clientId: string; secret: string }> | undefined {
  const encoded = /^basic\s+([a-z0-9+/=_-]+)$/i.exec(authorization ?? '')?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1) return undefined
  return { clientId: formDecode(text.slice(0, colon)), secret: formDecode(text.slice(colon + 1)) }
}

function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // Many clients skip the encoding; what does not decode was never encoded.
    return text
  }
}
