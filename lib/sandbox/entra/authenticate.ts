import { checkAssertion } from '@/lib/sandbox/entra/assertion'
import { hasPropagated } from '@/lib/sandbox/entra/propagation'
import { findRaisedRefusal } from '@/lib/sandbox/entra/raised-refusals'
import { refusals, refuseWith } from '@/lib/sandbox/entra/refusals'
import { findSecret } from '@/lib/sandbox/entra/secrets'
import { homeTenant, type Tenant } from '@/lib/sandbox/entra/tenants'
import type { TokenRequest } from '@/lib/sandbox/entra/token-request'
import { loginOrigin } from '@/lib/sandbox/hosts'
import type { App, State } from '@/lib/sandbox/state/state'

export type World = Readonly<{ state: State; tenant: Tenant; now: Date }>

/**
 * The app that sends `request`, once its credential has been checked.
 *
 * @throws {EntraRefusal} 700016, 7000112, 7000215, 7000222, what {@link checkAssertion} throws, or
 * what a person asked this app to be refused with.
 */
export async function authenticate(request: TokenRequest, world: World): Promise<App> {
  const app = requireApp(request.clientId, world)
  const raised = findRaisedRefusal(app.refusal)
  if (raised?.when === 'request') refuseWith(raised.refusal)
  if (request.proof.kind === 'secret') checkSecret(request.proof.value, app, world)
  else {
    const { tenant, now } = world
    const audiences = audiencesOf(tenant)
    const clientId = request.clientId
    await checkAssertion(request.proof.jwt, { app, clientId, now, audiences })
  }
  if (raised) refuseWith(raised.refusal)
  return app
}

function requireApp(clientId: string, world: World): App {
  const { state, tenant, now } = world
  const app = state.apps.find((known) => known.clientId === clientId.toLowerCase())
  const isHere = app !== undefined && tenant.tenantId === homeTenant.tenantId
  if (!isHere || !hasPropagated(app.createdAtMs, 'app', { delays: state.delays, now })) {
    refuseWith(refusals.appUnknown(clientId, tenant))
  }
  if (!app.enabled) refuseWith(refusals.appDisabled(clientId, app.name))
  return app
}

function checkSecret(value: string, app: App, world: World): void {
  const secret = findSecret(app.secrets, value)
  const delays = world.state.delays
  if (!secret || !hasPropagated(secret.createdAtMs, 'secret', { delays, now: world.now })) {
    refuseWith(refusals.secretWrong(app.clientId))
  }
  if (secret.expiresAtMs <= world.now.getTime()) refuseWith(refusals.secretExpired(app.clientId))
}

function audiencesOf(tenant: Tenant): string[] {
  return [tenant.tenantId, tenant.domain].flatMap((name) =>
    ['/oauth2/v2.0/token', '/oauth2/token', '/v2.0', '/'].map(
      (path) => `${loginOrigin}/${name}${path}`,
    ),
  )
}
