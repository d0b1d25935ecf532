import { randomUUID } from 'node:crypto'
import { authenticate } from '@/lib/sandbox/entra/authenticate'
import { instanceDiscovery, openIdConfiguration } from '@/lib/sandbox/entra/discovery'
import { mintToken, tokenLifeSeconds } from '@/lib/sandbox/entra/mint-token'
import { refusals, refuseWith } from '@/lib/sandbox/entra/refusals'
import { findResource } from '@/lib/sandbox/entra/resources'
import type { SigningKey } from '@/lib/sandbox/entra/signing-key'
import { findTenant, homeTenant, type Tenant } from '@/lib/sandbox/entra/tenants'
import { EntraRefusal, entraHeaders, refusalResponse } from '@/lib/sandbox/entra/token-error'
import { parseTokenRequest } from '@/lib/sandbox/entra/token-request'
import type { Store } from '@/lib/sandbox/state/store'
import type { Handler } from '@/lib/sandbox/types'

export type EntraOptions = Readonly<{ store: Store; key: SigningKey; now: () => Date }>

/** The practice Entra: discovery, keys and the token endpoints of v1 and v2.0. */
export function createEntra(options: EntraOptions): Handler {
  return async (request) => {
    const url = new URL(request.url)
    try {
      return await route(request, url, options)
    } catch (error) {
      if (!(error instanceof EntraRefusal)) throw error
      const context = {
        origin: url.origin,
        correlationId: correlationIdOf(request, url),
        now: options.now(),
      }
      return refusalResponse(error.refusal, context)
    }
  }
}

async function route(request: Request, url: URL, options: EntraOptions): Promise<Response> {
  const [, segment = '', ...rest] = url.pathname.split('/')
  const path = rest.join('/').toLowerCase()
  switch (path) {
    case '.well-known/openid-configuration':
    case 'v2.0/.well-known/openid-configuration': {
      const tenant = tenantOrShared(decodeSegment(segment))
      return json(openIdConfiguration(path.startsWith('v2.0') ? 'v2' : 'v1', tenant, url.origin))
    }
    case 'discovery/keys':
    case 'discovery/v2.0/keys': {
      const tenant = tenantOrShared(decodeSegment(segment))
      const issuer = `${url.origin}/${tenant?.tenantId ?? '{tenantid}'}/v2.0`
      return json({ keys: [{ ...options.key.jwk, issuer }] })
    }
    case 'discovery/instance':
      return json(instanceDiscovery(url.origin))
    case 'oauth2/token':
    case 'oauth2/v2.0/token': {
      if (request.method !== 'POST') refuseWith(refusals.onlyPost(request.method))
      const tenant = tenantOrShared(decodeSegment(segment))
      const version = path.includes('v2.0') ? 'v2' : 'v1'
      return await answerToken(request, { version, tenant }, options)
    }
    default:
      return new Response('The practice tenant has no such page on its sign-in host.\n', {
        status: 404,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      })
  }
}

async function answerToken(
  request: Request,
  asked: Readonly<{ version: 'v1' | 'v2'; tenant: Tenant | undefined }>,
  { store, key, now }: EntraOptions,
): Promise<Response> {
  const tenant = asked.tenant ?? refuseWith(refusals.tenantShared())
  const parsed = parseTokenRequest(
    asked.version,
    await request.text(),
    request.headers.get('authorization'),
  )
  const world = { state: store.read(), tenant, now: now() }
  const app = await authenticate(parsed, world)
  const resource = tenant === homeTenant ? findResource(parsed.resource) : undefined
  if (!resource) refuseWith(refusals.resourceUnknown(parsed.resource, tenant))

  const minted = await mintToken({
    app,
    tenant,
    resource,
    audience: parsed.resource,
    proof: parsed.proof.kind,
    delays: world.state.delays,
    now: world.now,
    key,
  })
  if (asked.version === 'v2') {
    return json({
      token_type: 'Bearer',
      expires_in: tokenLifeSeconds,
      ext_expires_in: tokenLifeSeconds,
      access_token: minted.jwt,
    })
  }
  return json({
    token_type: 'Bearer',
    expires_in: String(tokenLifeSeconds),
    ext_expires_in: String(tokenLifeSeconds),
    expires_on: String(minted.expiresAtUnix),
    not_before: String(minted.notBeforeUnix),
    resource: parsed.resource,
    access_token: minted.jwt,
  })
}

/** Undefined for `common` and its like. @throws {EntraRefusal} 90002, 900023. */
function tenantOrShared(segment: string): Tenant | undefined {
  const lookup = findTenant(segment)
  switch (lookup.kind) {
    case 'found':
      return lookup.tenant
    case 'shared':
      return undefined
    case 'unknown':
      return refuseWith(refusals.tenantUnknown(segment))
    case 'invalid':
      return refuseWith(refusals.tenantInvalid(segment))
  }
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A broken escape names no tenant; as it stands it is refused as one.
    return segment
  }
}

/** The id that the client chose for this call, or a fresh one. */
function correlationIdOf(request: Request, url: URL): string {
  const asked =
    request.headers.get('client-request-id') ?? url.searchParams.get('client-request-id') ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(asked) ? asked : randomUUID()
}

function json(body: object): Response {
  return Response.json(body, { headers: entraHeaders(randomUUID()) })
}
