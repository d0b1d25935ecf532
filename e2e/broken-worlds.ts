import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSlots, type Slots } from '@/faults/world/slots'
import { type Issued, makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { type PreparedApp, prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { writeState } from '@/lib/sandbox/state/write-state'
import { test as base } from './fixtures'
import { startServer } from './server'

/** An authority that the server trusts, and a good certificate for every slot. */
export type Trust = Readonly<{ authority: Issued; leaf: Issued }>

type BrokenWorlds = {
  /** Ports on loopback that the server may call. */
  slots: Slots
  trust: Trust
  /** Apps for which all five steps are done, by name. */
  apps: ReadonlyMap<string, PreparedApp>
  dataDir: string
}

/** Names of the apps that a server of these journeys starts with. */
export const appNames = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf'] as const

/** Journeys on a server whose practice tenant knows good apps, and that may call what a test breaks. */
export const test = base.extend<object, BrokenWorlds>({
  dataDir: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern.
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'fivestep-e2e-'))
      await use(dir)
      rmSync(dir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  slots: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const slots = await openSlots(8)
      await use(slots)
      await slots.close()
    },
    { scope: 'worker' },
  ],
  trust: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const authority = await makeAuthority('Trusted Authority')
      await use({ authority, leaf: await makeLeaf(authority, { names: ['127.0.0.1'] }) })
    },
    { scope: 'worker' },
  ],
  apps: [
    async ({ dataDir }, use) => {
      const state = seedState()
      withoutDelays(state)
      const now = new Date()
      const apps = appNames.map((name) => [name, prepareApp(state, { name, now })] as const)
      await writeState(join(dataDir, 'practice'), state)
      await use(new Map(apps))
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ dataDir, slots, trust, apps }, use) => {
      if (apps.size === 0) throw new Error('the practice tenant was not prepared')
      const trusted = join(dataDir, 'trusted.pem')
      writeFileSync(trusted, trust.authority.cert)
      const env = {
        FIVESTEP_EGRESS_ALLOW: slots.ports.map((port) => `127.0.0.1:${port}`).join(),
        NODE_EXTRA_CA_CERTS: trusted,
      }
      const server = await startServer({ dataDir, env })
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})
