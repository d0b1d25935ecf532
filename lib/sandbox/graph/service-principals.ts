import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findPermission, type Resource, resources } from '@/lib/sandbox/entra/resources'
import {
  entityResponse,
  type GraphCall,
  listResponse,
  noContent,
  readBody,
} from '@/lib/sandbox/graph/call'
import { deny } from '@/lib/sandbox/graph/graph-error'
import { resourceToServicePrincipal, toGraphServicePrincipal } from '@/lib/sandbox/graph/to-graph'
import { findApp, grant } from '@/lib/sandbox/state/apps'
import type { App, Grant, State } from '@/lib/sandbox/state/state'

const AssignmentInput = z.object({
  principalId: z.guid().toLowerCase(),
  resourceId: z.guid().toLowerCase(),
  appRoleId: z.guid().toLowerCase(),
})

/** `/servicePrincipals`, one by id or `appId`, and the app roles it was given or gives. */
export async function answerServicePrincipals(
  call: GraphCall,
  key: string | undefined,
): Promise<Response> {
  if (key === undefined) {
    if (call.method === 'POST') return createServicePrincipal(call)
    const own = call.store
      .read()
      .apps.map(toGraphServicePrincipal)
      .filter((principal) => principal !== undefined)
    const all = [...own, ...resources.map(resourceToServicePrincipal)]
    return listResponse(call, 'servicePrincipals', all)
  }
  const resource = resources.find((one) => one.objectId === key || `appId=${one.appId}` === key)
  const app = call.store.read().apps.find((one) => isPrincipal(one, key))
  const [part, assignmentId] = call.rest
  if (part === 'appRoleAssignedTo' && resource)
    return answerAssignedTo(call, resource, assignmentId)
  if (part === 'appRoleAssignments' && app) return answerAssignments(call, app, assignmentId)
  if (part !== undefined) return deny.segment(part)
  return answerOne(call, app, resource ?? key)
}

function isPrincipal(app: App, key: string): boolean {
  if (app.servicePrincipalId === null) return false
  return app.servicePrincipalId === key || `appId=${app.clientId}` === key
}

async function answerOne(
  call: GraphCall,
  app: App | undefined,
  other: Resource | string,
): Promise<Response> {
  if (!app) {
    if (typeof other === 'string') return deny.notFound(other)
    if (call.method !== 'GET') return deny.privileges()
    return entityResponse(call, 'servicePrincipals', resourceToServicePrincipal(other))
  }
  switch (call.method) {
    case 'GET':
      return entityResponse(call, 'servicePrincipals', toGraphServicePrincipal(app) ?? {})
    case 'PATCH': {
      const { accountEnabled } = await readBody(call, z.object({ accountEnabled: z.boolean() }))
      await edit(call, app, (draft) => {
        draft.enabled = accountEnabled
      })
      return noContent()
    }
    case 'DELETE':
      await edit(call, app, (draft) => {
        draft.servicePrincipalId = null
        draft.grants = []
      })
      return noContent()
    default:
      return deny.method()
  }
}

async function createServicePrincipal(call: GraphCall): Promise<Response> {
  const { appId } = await readBody(call, z.object({ appId: z.guid().toLowerCase() }))
  const created = await call.store.change((draft) => {
    const app = findApp(draft, appId)
    if (!app) {
      return deny.badRequest(
        `The appId '${appId}' of the service principal does not reference a valid application object.`,
      )
    }
    if (app.servicePrincipalId !== null) {
      return deny.conflict(
        `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
      )
    }
    app.servicePrincipalId = randomUUID()
    return app
  })
  return entityResponse(call, 'servicePrincipals', toGraphServicePrincipal(created) ?? {})
}

async function answerAssignedTo(
  call: GraphCall,
  resource: Resource,
  assignmentId: string | undefined,
): Promise<Response> {
  if (assignmentId !== undefined) return removeAssignment(call, assignmentId)
  if (call.method === 'POST') return assign(call)
  const given = call.store
    .read()
    .apps.flatMap((app) => assignmentsOf(app))
    .filter((assignment) => assignment.resourceId === resource.objectId)
  return listResponse(call, 'appRoleAssignments', given)
}

async function answerAssignments(
  call: GraphCall,
  app: App,
  assignmentId: string | undefined,
): Promise<Response> {
  if (assignmentId !== undefined) return removeAssignment(call, assignmentId)
  if (call.method === 'POST') return assign(call)
  return listResponse(call, 'appRoleAssignments', assignmentsOf(app))
}

/** Gives an app role, which for applications is what admin consent does. */
async function assign(call: GraphCall): Promise<Response> {
  const input = await readBody(call, AssignmentInput)
  const resource =
    resources.find((known) => known.objectId === input.resourceId) ??
    deny.notFound(input.resourceId)
  const role = findPermission(resource.appId, input.appRoleId)
  if (role?.kind !== 'Role') {
    return deny.badRequest('Permission being assigned was not found on application')
  }
  const made = await call.store.change((draft) => {
    const app = principalIn(draft, input.principalId) ?? deny.notFound(input.principalId)
    const permission = { resourceAppId: resource.appId, id: role.id, kind: role.kind }
    const added =
      grant(app, permission, call.now) ??
      deny.badRequest('Permission being assigned already exists on the object')
    return toAssignment(app, added)
  })
  return entityResponse(call, 'appRoleAssignments', made ?? {})
}

async function removeAssignment(call: GraphCall, assignmentId: string): Promise<Response> {
  if (call.method !== 'DELETE') return deny.method()
  await call.store.change((draft) => {
    const app = draft.apps.find((one) => one.grants.some((known) => known.grantId === assignmentId))
    if (!app) return deny.notFound(assignmentId)
    app.grants = app.grants.filter((known) => known.grantId !== assignmentId)
  })
  return noContent()
}

function assignmentsOf(app: App) {
  return app.grants
    .filter((known) => known.kind === 'Role')
    .flatMap((known) => toAssignment(app, known) ?? [])
}

function toAssignment(app: App, known: Grant) {
  const resource = resources.find((one) => one.appId === known.resourceAppId)
  if (!resource || app.servicePrincipalId === null) return undefined
  return {
    id: known.grantId,
    deletedDateTime: null,
    appRoleId: known.id,
    createdDateTime: new Date(known.createdAtMs).toISOString(),
    principalDisplayName: app.name,
    principalId: app.servicePrincipalId,
    principalType: 'ServicePrincipal',
    resourceDisplayName: resource.name,
    resourceId: resource.objectId,
  }
}

function principalIn(state: State, id: string): App | undefined {
  return state.apps.find((app) => app.servicePrincipalId === id)
}

function edit(call: GraphCall, app: App, act: (draft: App) => void): Promise<void> {
  return call.store.change((state) =>
    act(findApp(state, app.clientId) ?? deny.notFound(app.clientId)),
  )
}
