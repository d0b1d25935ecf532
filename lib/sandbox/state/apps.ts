import { randomBytes, randomUUID } from 'node:crypto'
import { generateSecretValue, hashSecret } from '@/lib/sandbox/entra/secrets'
import type { App, Permission, Secret, State } from '@/lib/sandbox/state/state'

export type NewApp = Readonly<{
  name: string
  audience: App['audience']
  redirectUris: App['redirectUris']
  permissions: Permission[]
  /** The portal makes the service principal with the app; Graph only when asked to. */
  servicePrincipal: boolean
  now: Date
}>

/** Registers an app in `draft`. */
export function registerApp(draft: State, input: NewApp): App {
  const app: App = {
    clientId: randomUUID(),
    objectId: randomUUID(),
    name: input.name,
    audience: input.audience,
    redirectUris: input.redirectUris,
    servicePrincipalId: input.servicePrincipal ? randomUUID() : null,
    enabled: true,
    secrets: [],
    certificates: [],
    permissions: input.permissions,
    grants: [],
    refusal: null,
    createdAtMs: input.now.getTime(),
  }
  draft.apps.push(app)
  return app
}

/** Adds a secret to `app`; `value` is in the answer and nowhere else. */
export function addSecret(
  app: App,
  input: Readonly<{ description: string; expiresAtMs: number; now: Date }>,
): Readonly<{ secret: Secret; value: string }> {
  const value = generateSecretValue()
  const secret: Secret = {
    keyId: randomUUID(),
    description: input.description,
    hint: value.slice(0, 3),
    hash: hashSecret(value),
    createdAtMs: input.now.getTime(),
    expiresAtMs: input.expiresAtMs,
  }
  app.secrets.push(secret)
  return { secret, value }
}

/** Adds `permissions` to those that `app` asks for; doubles are left out. */
export function requestPermissions(app: App, permissions: readonly Permission[]): void {
  const missing = permissions.filter((permission) => !app.permissions.some(same(permission)))
  app.permissions.push(...missing)
}

/** No longer asks for `permission`, and withdraws it where it was granted. */
export function removePermission(app: App, permission: Permission): void {
  app.permissions = app.permissions.filter((known) => !same(permission)(known))
  withdraw(app, permission)
}

/** Grants all that `app` asks for, as *Grant admin consent* does. */
export function grantConsent(app: App, now: Date): void {
  for (const permission of app.permissions) grant(app, permission, now)
}

/** Grants one permission; undefined where it was granted before. */
export function grant(
  app: App,
  permission: Permission,
  now: Date,
): App['grants'][number] | undefined {
  if (app.grants.some(same(permission))) return undefined
  const grantId = randomBytes(32).toString('base64url')
  const added = { ...permission, grantId, createdAtMs: now.getTime() }
  app.grants.push(added)
  return added
}

/** Withdraws one granted permission; the app still asks for it. */
export function withdraw(app: App, permission: Permission): void {
  app.grants = app.grants.filter((known) => !same(permission)(known))
}

export function isGranted(app: App, permission: Permission): boolean {
  return app.grants.some(same(permission))
}

/** The app whose client id this is. */
export function findApp(state: State, clientId: string): App | undefined {
  const wanted = clientId.toLowerCase()
  return state.apps.find((app) => app.clientId === wanted)
}

function same(one: Permission): (other: Permission) => boolean {
  return (other) =>
    other.resourceAppId === one.resourceAppId && other.id === one.id && other.kind === one.kind
}
