import { z } from 'zod'
import {
  entityResponse,
  type GraphCall,
  listResponse,
  noContent,
  readBody,
} from '@/lib/sandbox/graph/call'
import { deny, graphHeaders } from '@/lib/sandbox/graph/graph-error'
import { toGraphApplication, toGraphPasswordCredential } from '@/lib/sandbox/graph/to-graph'
import { addSecret, registerApp } from '@/lib/sandbox/state/apps'
import { type App, type Permission, PermissionKind, type State } from '@/lib/sandbox/state/state'

const dayMs = 86_400_000
const RedirectUris = z.object({ redirectUris: z.array(z.string()).optional() }).optional()

const ApplicationInput = z.object({
  displayName: z.string().min(1).max(256),
  signInAudience: z.enum(['AzureADMyOrg', 'AzureADMultipleOrgs']).optional(),
  web: RedirectUris,
  spa: RedirectUris,
  publicClient: RedirectUris,
  requiredResourceAccess: z
    .array(
      z.object({
        resourceAppId: z.guid().toLowerCase(),
        resourceAccess: z.array(z.object({ id: z.guid().toLowerCase(), type: PermissionKind })),
      }),
    )
    .optional(),
})
const ApplicationPatch = ApplicationInput.partial()
type ApplicationPatch = z.infer<typeof ApplicationPatch>

const PasswordInput = z.object({
  passwordCredential: z
    .object({
      displayName: z.string().max(256).nullish(),
      endDateTime: z.iso.datetime({ offset: true }).nullish(),
    })
    .nullish(),
})

/** `/applications`, one of them by id or `appId`, and the acts on it. */
export async function answerApplications(
  call: GraphCall,
  key: string | undefined,
): Promise<Response> {
  const [act] = call.rest
  if (key === undefined) {
    if (call.method === 'POST') return createApplication(call)
    return listResponse(call, 'applications', call.store.read().apps.map(toGraphApplication))
  }
  const app = find(call.store.read(), key) ?? deny.notFound(key)
  if (act === 'addPassword' && call.method === 'POST') return addPassword(call, app)
  if (act === 'removePassword' && call.method === 'POST') return removePassword(call, app)
  if (act !== undefined) return deny.segment(act)
  switch (call.method) {
    case 'GET':
      return entityResponse(call, 'applications', toGraphApplication(app))
    case 'PATCH':
      return updateApplication(call, app)
    case 'DELETE':
      await call.store.change((draft) => {
        draft.apps = draft.apps.filter((known) => known.objectId !== app.objectId)
      })
      return noContent()
    default:
      return deny.method()
  }
}

function find(state: State, key: string): App | undefined {
  return state.apps.find((app) => app.objectId === key || `appId=${app.clientId}` === key)
}

async function createApplication(call: GraphCall): Promise<Response> {
  const input = await readBody(call, ApplicationInput)
  const app = await call.store.change((draft) =>
    registerApp(draft, {
      name: input.displayName,
      audience: input.signInAudience ?? 'AzureADMultipleOrgs',
      redirectUris: toRedirectUris(input) ?? [],
      permissions: toPermissions(input) ?? [],
      servicePrincipal: false,
      now: call.now,
    }),
  )
  return entityResponse(call, 'applications', toGraphApplication(app))
}

async function updateApplication(call: GraphCall, app: App): Promise<Response> {
  const input = await readBody(call, ApplicationPatch)
  await edit(call, app, (draft) => {
    draft.name = input.displayName ?? draft.name
    draft.audience = input.signInAudience ?? draft.audience
    draft.permissions = toPermissions(input) ?? draft.permissions
    draft.redirectUris = toRedirectUris(input) ?? draft.redirectUris
  })
  return noContent()
}

async function addPassword(call: GraphCall, app: App): Promise<Response> {
  const { passwordCredential } = await readBody(call, PasswordInput)
  const end = passwordCredential?.endDateTime
  const expiresAtMs = end ? Date.parse(end) : call.now.getTime() + 730 * dayMs
  if (expiresAtMs <= call.now.getTime()) deny.badRequest('Key credential end date is invalid.')
  const added = await edit(call, app, (draft) =>
    addSecret(draft, {
      description: passwordCredential?.displayName ?? '',
      expiresAtMs,
      now: call.now,
    }),
  )
  const context = `${call.url.origin}/v1.0/$metadata#microsoft.graph.passwordCredential`
  const body = { ...toGraphPasswordCredential(added.secret), secretText: added.value }
  return new Response(JSON.stringify({ '@odata.context': context, ...body }), {
    headers: graphHeaders(),
  })
}

async function removePassword(call: GraphCall, app: App): Promise<Response> {
  const { keyId } = await readBody(call, z.object({ keyId: z.guid().toLowerCase() }))
  const isKnown = app.secrets.some((secret) => secret.keyId === keyId)
  if (!isKnown) deny.badRequest(`No password credential found with keyId '${keyId}'.`)
  await edit(call, app, (draft) => {
    draft.secrets = draft.secrets.filter((secret) => secret.keyId !== keyId)
  })
  return noContent()
}

/** Edits the app in the draft, where it still is one. */
function edit<T>(call: GraphCall, app: App, act: (draft: App) => T): Promise<T> {
  return call.store.change((state) => act(find(state, app.objectId) ?? deny.notFound(app.objectId)))
}

function toPermissions(input: ApplicationPatch): Permission[] | undefined {
  return input.requiredResourceAccess?.flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAccess.map(({ id, type }) => ({ resourceAppId, id, kind: type })),
  )
}

function toRedirectUris(input: ApplicationPatch): App['redirectUris'] | undefined {
  if (!input.web && !input.spa && !input.publicClient) return undefined
  const of = (platform: App['redirectUris'][number]['platform'], uris: string[] = []) =>
    uris.map((uri) => ({ platform, uri }))
  return [
    ...of('Web', input.web?.redirectUris),
    ...of('SPA', input.spa?.redirectUris),
    ...of('PublicClient', input.publicClient?.redirectUris),
  ]
}
