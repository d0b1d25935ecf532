import { join } from 'node:path'
import { renewSetUpLink } from '@/lib/access/set-up-link'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { DatabaseError } from '@/lib/db/errors'
import { type Env, EnvError, env } from '@/lib/env/env'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { publicTrust, TrustError } from '@/lib/http/trust'
import { startJobs } from '@/lib/jobs/start-jobs'
import { log } from '@/lib/log/log'
import { openVault, setVault } from '@/lib/vault/vault'

/** What the process that started the server is told, where there is one (`scripts/start.mjs`). */
type Announcement = Readonly<{ type: 'booted'; port: number; setUpPath: string | null }>

/**
 * Opens everything that the server stands on: database, vault, practice tenant, jobs. Whatever
 * keeps it from starting is said in plain lines, and ends the process: a half-started server
 * would look well to whoever watches it.
 */
export async function boot(): Promise<void> {
  try {
    const settings = env()
    // A certificate file that cannot be read is better said now than at the first call.
    publicTrust()
    await openStores(settings)
    const closeSandbox = await openSandbox(settings)
    const stopJobs = await startJobs()
    closeOnSignal([stopJobs, closeOutbound, closeSandbox, closeDatabase])
    announce({ type: 'booted', port: settings.PORT, setUpPath: (await renewSetUpLink()) ?? null })
  } catch (error) {
    process.stderr.write(`\nFivestep cannot start.\n${plainly(error)}\n\n`)
    process.exit(1)
  }
}

async function openStores(settings: Env): Promise<void> {
  const database = await openDatabase({
    dir: join(settings.FIVESTEP_DATA_DIR, 'db'),
    ...(settings.DATABASE_URL ? { url: settings.DATABASE_URL } : {}),
  })
  setDatabase(database)
  const vault = await openVault(database, {
    dataDir: settings.FIVESTEP_DATA_DIR,
    ...(settings.FIVESTEP_MASTER_KEY ? { masterKey: settings.FIVESTEP_MASTER_KEY } : {}),
  })
  if (vault.status !== 'ok') throw new VaultClosed(vaultAdvice[vault.status])
  setVault(vault)
}

class VaultClosed extends Error {}

const vaultAdvice = {
  key_wrong: [
    'The master key is not the one that this database was sealed with.',
    'Put the former FIVESTEP_MASTER_KEY, or the former master.key file of the data folder, back in place.',
    'Nothing was changed: with the right key everything opens again.',
  ].join('\n'),
  key_lost: [
    'The master key is missing, and the database holds credentials that were sealed with it.',
    'Restore master.key into the data folder from your backup, or set FIVESTEP_MASTER_KEY to its content.',
    'Nothing was changed, and no new key was made.',
  ].join('\n'),
} as const

/** The practice tenant is a convenience: when it cannot start, the product starts without it. */
async function openSandbox(settings: Env): Promise<() => Promise<void>> {
  if (settings.FIVESTEP_SANDBOX === 'off') return async () => undefined
  try {
    const { startSandbox } = await import('@/lib/sandbox/start')
    const sandbox = await startSandbox({
      dir: join(settings.FIVESTEP_DATA_DIR, 'practice'),
      port: settings.FIVESTEP_SANDBOX_PORT,
      log: log(),
    })
    setPracticeRoute({ port: sandbox.port, caPem: sandbox.caPem })
    return () => sandbox.close()
  } catch (error) {
    log().error({ err: error }, 'the practice tenant did not start')
    return async () => undefined
  }
}

function closeOnSignal(closers: readonly (() => Promise<void>)[]): void {
  let closing = false
  const close = async (): Promise<void> => {
    if (closing) return
    closing = true
    // A closer that hangs must not keep Ctrl-C from working; what was committed is on disk.
    setTimeout(() => process.exit(0), 5_000).unref()
    for (const closer of closers) {
      await closer().catch((error: unknown) => log().error({ err: error }, 'closing failed'))
    }
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void close())
  // The starter was killed without a chance to tell: nobody is left who could stop this server.
  process.on('disconnect', () => void close())
}

function announce(announcement: Announcement): void {
  if (process.send) {
    process.send(announcement)
    return
  }
  if (announcement.setUpPath) {
    process.stdout.write(
      `Set-up link: http://localhost:${announcement.port}${announcement.setUpPath}\n`,
    )
  }
}

function plainly(error: unknown): string {
  const plain = [EnvError, DatabaseError, TrustError, VaultClosed]
  if (plain.some((kind) => error instanceof kind)) return (error as Error).message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
