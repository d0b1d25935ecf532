import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Deaf, openDeaf } from '@/faults/world/deaf'
import { type Front, openFront } from '@/faults/world/front'
import { type ConnectProxy, openProxy } from '@/faults/world/proxy'
import { openSlots, type Slots } from '@/faults/world/slots'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import { closeOutbound } from '@/lib/http/agent'
import { type Issued, makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'
import { openVault, setVault } from '@/lib/vault/vault'

/** All that the states share: Fivestep's own rooms, a practice tenant, and what can stand in between. */
export type World = Readonly<{
  dir: string
  database: Database
  practice: Sandbox
  front: Front
  proxy: ConnectProxy
  slots: Slots
  deaf: Deaf
  /** An authority that this server trusts, and a good certificate of it for every slot. */
  authority: Issued
  leaf: Issued
  close: () => Promise<void>
}>

/** Hosts beside the slots that may be called; none of them exists. */
export const allowedHosts = ['*.invalid']

/**
 * Opens the world. It sets environment variables, and has to be first to ask for them: the
 * configuration of a process is read once.
 *
 * @param slotCount how many ports the states need in all
 */
export async function openWorld(slotCount: number): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'fivestep-faults-'))
  const slots = await openSlots(slotCount)
  const proxy = await openProxy()
  const deaf = await openDeaf()
  const authority = await makeAuthority('Trusted Authority')
  await writeFile(join(dir, 'trusted.pem'), authority.cert)
  Object.assign(process.env, {
    FIVESTEP_EGRESS_ALLOW: [
      ...[...slots.ports, deaf.port].map((port) => `127.0.0.1:${port}`),
      ...allowedHosts,
    ].join(),
    NODE_EXTRA_CA_CERTS: join(dir, 'trusted.pem'),
    HTTPS_PROXY: proxy.origin,
    NO_PROXY: '127.0.0.1,invalid',
  })
  const database = await openDatabase({ dir: 'memory' })
  setDatabase(database)
  setVault(await openVault(database, { dataDir: dir }))

  const practiceDir = join(dir, 'practice')
  const practice = await startSandbox({ dir: practiceDir, rows: 200 })
  await practice.change(withoutDelays)
  const front = await openFront(practice, await loadCertificates(practiceDir, new Date()))
  setPracticeRoute({ port: front.port, caPem: practice.caPem })

  return {
    dir,
    database,
    practice,
    front,
    proxy,
    slots,
    deaf,
    authority,
    leaf: await makeLeaf(authority, { names: ['127.0.0.1'] }),
    async close() {
      setPracticeRoute(undefined)
      await closeOutbound()
      await Promise.all([front.close(), slots.close(), proxy.close(), deaf.close()])
      await practice.close()
      setVault(undefined)
      await closeDatabase()
      await rm(dir, { recursive: true, force: true })
    },
  }
}
