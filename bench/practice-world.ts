import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dynamicsErp } from '@/lib/sandbox/entra/resources'
import { addSecret, grantConsent, registerApp } from '@/lib/sandbox/state/apps'
import { seedState } from '@/lib/sandbox/state/seed'

/** An app for which all five steps are done in a practice tenant that has not started yet. */
export type PreparedApp = Readonly<{ clientId: string; secret: string }>

/** Writes the memory of a practice tenant below `dataDir`, before the server opens it. */
export async function preparePractice(dataDir: string): Promise<PreparedApp> {
  const now = new Date()
  const state = seedState()
  const app = registerApp(state, {
    name: 'Load',
    audience: 'AzureADMyOrg',
    redirectUris: [],
    permissions: dynamicsErp.permissions
      .filter(({ value }) => value === 'Connector.FullAccess')
      .map(({ id, kind }) => ({ resourceAppId: dynamicsErp.appId, id, kind })),
    servicePrincipal: true,
    now,
  })
  const expiresAtMs = now.getTime() + 180 * 86_400_000
  const { value: secret } = addSecret(app, { description: 'load', expiresAtMs, now })
  grantConsent(app, now)
  state.delays = { app: 0, secret: 0, consent: 0, trust: 0 }
  state.environments['contoso-uat'].registrations.push({
    clientId: app.clientId,
    name: 'Load',
    userId: 'ODataIntegration',
    createdAtMs: now.getTime(),
  })
  await mkdir(join(dataDir, 'practice'), { recursive: true, mode: 0o700 })
  await writeFile(join(dataDir, 'practice', 'state.json'), JSON.stringify(state), { mode: 0o600 })
  return { clientId: app.clientId, secret }
}

/** The certificate authority that the running practice tenant has made below `dataDir`. */
export function readAuthority(dataDir: string): Promise<string> {
  return readFile(join(dataDir, 'practice', 'ca.pem'), 'utf8')
}
