import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { answerApplications } from '@/lib/sandbox/graph/applications'
import { type GraphCall, listResponse } from '@/lib/sandbox/graph/call'
import { deny, GraphRefusal, refusalToResponse } from '@/lib/sandbox/graph/graph-error'
import { answerServicePrincipals } from '@/lib/sandbox/graph/service-principals'
import { graphOrigin } from '@/lib/sandbox/hosts'
import type { Store } from '@/lib/sandbox/state/store'
import type { Handler, TokenRefusal, VerifyToken } from '@/lib/sandbox/types'

export type GraphOptions = Readonly<{ store: Store; verifyToken: VerifyToken; now: () => Date }>

const refusalTexts: Readonly<Record<TokenRefusal, string>> = {
  missing: 'Access token is empty.',
  malformed: 'CompactToken parsing failed with error code: 80049217',
  bad_signature: 'Access token validation failure. Invalid signature.',
  expired: 'Lifetime validation failed, the token is expired.',
  not_yet_valid: 'Lifetime validation failed, the token is not yet valid.',
  wrong_issuer: 'Access token validation failure. Invalid issuer.',
  wrong_audience: 'Access token validation failure. Invalid audience.',
}

/** The practice Graph: what it takes to register an app, give it a secret and consent by machine. */
export function createGraph(options: GraphOptions): Handler {
  return async (request) => {
    try {
      return await route(request, options)
    } catch (error) {
      if (!(error instanceof GraphRefusal)) throw error
      return refusalToResponse(error, request, options.now())
    }
  }
}

async function route(request: Request, options: GraphOptions): Promise<Response> {
  const url = new URL(request.url)
  const roles = await authorise(request, options.verifyToken)
  const [, version, ...segments] = url.pathname.split('/').map(decodeSegment)
  if (version !== 'v1.0' && version !== 'beta') return deny.segment(version ?? '')
  const { set, key, rest } = parsePath(segments)
  const call: GraphCall = {
    request,
    url,
    method: request.method,
    rest,
    store: options.store,
    now: options.now(),
  }
  switch (set.toLowerCase()) {
    case 'applications':
      demand(roles, call.method === 'GET' ? applicationReaders : ['Application.ReadWrite.All'])
      return answerApplications(call, key)
    case 'serviceprincipals':
      demand(roles, rolesForPrincipals(call))
      return answerServicePrincipals(call, key)
    case 'organization':
      demand(roles, ['Directory.Read.All'])
      return listResponse(call, 'organization', [
        {
          id: homeTenant.tenantId,
          displayName: homeTenant.name,
          verifiedDomains: [{ name: homeTenant.domain, isDefault: true, isInitial: true }],
        },
      ])
    default:
      return deny.segment(set)
  }
}

const applicationReaders = [
  'Application.Read.All',
  'Application.ReadWrite.All',
  'Directory.Read.All',
]

function rolesForPrincipals(call: GraphCall): string[] {
  if (call.method === 'GET') return applicationReaders
  const isAssignment = call.rest[0]?.startsWith('appRole') ?? false
  return [isAssignment ? 'AppRoleAssignment.ReadWrite.All' : 'Application.ReadWrite.All']
}

async function authorise(request: Request, verifyToken: VerifyToken): Promise<readonly string[]> {
  const bearer = /^bearer\s+(.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  // Graph takes its own name with a trailing slash too, as many libraries ask for it.
  const plain = await verifyToken(bearer, graphOrigin)
  const verdict = plain.ok ? plain : await verifyToken(bearer, `${graphOrigin}/`)
  return verdict.ok ? verdict.roles : deny.token(refusalTexts[verdict.reason])
}

function demand(roles: readonly string[], anyOf: readonly string[]): void {
  if (!roles.some((role) => anyOf.includes(role))) deny.privileges()
}

/** `applications/{id}`, `applications(appId='…')` and what follows. */
function parsePath(segments: readonly string[]) {
  const [first = '', ...others] = segments.filter((segment) => segment !== '')
  const byAppId = /^(\w+)\(appId='([0-9a-f-]{36})'\)$/i.exec(first)
  if (byAppId) {
    const [, set = '', appId = ''] = byAppId
    return { set, key: `appId=${appId.toLowerCase()}`, rest: others }
  }
  return { set: first, key: others[0], rest: others.slice(1) }
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // A broken escape is no name of anything.
    return segment
  }
}
