import type { PGlite } from '@electric-sql/pglite'
import { log } from '@/lib/log/log'

const lookEveryMs = 60_000
const vacuumEveryMs = 3_600_000
const logBytesMax = 32 * 1024 * 1024

/**
 * Does for the embedded engine what the background processes of a server do: without checkpoints
 * its log would grow for as long as it runs, and without vacuum so would its tables.
 *
 * @returns what stops it
 */
export function startUpkeep(engine: PGlite): () => void {
  const every = (ms: number, work: () => Promise<void>) =>
    setInterval(() => {
      // The store works on without; what is wrong with it shows where it is used.
      work().catch((error: unknown) => log().warn({ err: error }, 'database upkeep failed'))
    }, ms).unref()

  const timers = [
    every(lookEveryMs, () => checkpointWhenDue(engine)),
    every(vacuumEveryMs, () => vacuum(engine)),
  ]
  return () => {
    for (const timer of timers) clearInterval(timer)
  }
}

/** Writes out what the log holds, once that is more than 32 MiB, so that its files can be reused. */
export async function checkpointWhenDue(engine: PGlite): Promise<void> {
  const { rows } = await engine.query<{ bytes: string }>(
    'select (pg_current_wal_lsn() - redo_lsn)::text as bytes from pg_control_checkpoint()',
  )
  if (Number(rows[0]?.bytes ?? 0) > logBytesMax) await engine.exec('checkpoint')
}

async function vacuum(engine: PGlite): Promise<void> {
  await engine.exec('vacuum (analyze)')
}
