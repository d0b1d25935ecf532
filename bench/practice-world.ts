import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { writeState } from '@/lib/sandbox/state/write-state'

/** An app for which all five steps are done in a practice tenant that has not started yet. */
export type PreparedApp = Readonly<{ clientId: string; secret: string }>

/** Writes the memory of a practice tenant below `dataDir`, before the server opens it. */
export async function preparePractice(dataDir: string): Promise<PreparedApp> {
  const state = seedState()
  withoutDelays(state)
  const { app, secret } = prepareApp(state, { name: 'Load', now: new Date() })
  await writeState(join(dataDir, 'practice'), state)
  return { clientId: app.clientId, secret }
}

/** The certificate authority that the running practice tenant has made below `dataDir`. */
export function readAuthority(dataDir: string): Promise<string> {
  return readFile(join(dataDir, 'practice', 'ca.pem'), 'utf8')
}
