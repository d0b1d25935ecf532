import { dynamicsErp } from '@/lib/sandbox/entra/resources'
import type { Environment } from '@/lib/sandbox/hosts'
import { addSecret, grantConsent, registerApp } from '@/lib/sandbox/state/apps'
import type { App, State } from '@/lib/sandbox/state/state'

/** An app for which all five steps are done; `secret` is told once, as the portal does. */
export type PreparedApp = Readonly<{ app: App; secret: string; secretId: string }>

export type PrepareAppInput = Readonly<{
  name: string
  now: Date
  /** F&O user that it acts as. */
  userId?: string
  environment?: Environment
}>

const dayMs = 86_400_000

/**
 * Does the five steps for a new app in `draft`: registration, a secret for 180 days,
 * Connector.FullAccess with consent, and the row in the environment's own list.
 */
export function prepareApp(draft: State, input: PrepareAppInput): PreparedApp {
  const { name, now, userId = 'ODataIntegration', environment = 'contoso-uat' } = input
  const app = registerApp(draft, {
    name,
    audience: 'AzureADMyOrg',
    redirectUris: [],
    permissions: dynamicsErp.permissions
      .filter(({ value }) => value === 'Connector.FullAccess')
      .map(({ id, kind }) => ({ resourceAppId: dynamicsErp.appId, id, kind })),
    servicePrincipal: true,
    now,
  })
  const expiresAtMs = now.getTime() + 180 * dayMs
  const { secret, value } = addSecret(app, { description: name, expiresAtMs, now })
  grantConsent(app, now)
  draft.environments[environment].registrations.push({
    clientId: app.clientId,
    name,
    userId,
    createdAtMs: now.getTime(),
  })
  return { app, secret: value, secretId: secret.keyId }
}

/** Lets every change take effect at once. */
export function withoutDelays(draft: State): void {
  draft.delays = { app: 0, secret: 0, consent: 0, trust: 0 }
}
