import { mkdirSync } from 'node:fs'
import type { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Row } from '@/lib/db/database'
import { lockFolder } from '@/lib/db/lock-folder'
import { openMemoryStore } from '@/lib/db/memory-store'
import { migrationsFolder, refuseNewerSchema } from '@/lib/db/migrations-folder'
import { guardOrm, withQueryErrors } from '@/lib/db/query-errors'
import * as schema from '@/lib/db/schema'
import { startStore } from '@/lib/db/store-folder'
import { startUpkeep } from '@/lib/db/upkeep'
import { log } from '@/lib/log/log'

/**
 * Opens the embedded engine on `dir`, or on memory alone.
 *
 * @throws {DatabaseError} `locked` when another process holds the folder, `newer_schema`
 */
export async function openPglite(dir: string | 'memory'): Promise<Database> {
  if (dir === 'memory')
    return open(
      () => openMemoryStore(bringUpToDate),
      async () => undefined,
    )
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const lock = await lockFolder(dir, { onLost: () => endAtOnce(dir) })
  return open(() => startStore(dir), lock.release)
}

async function open(start: () => Promise<PGlite>, free: () => Promise<void>): Promise<Database> {
  let engine: PGlite | undefined
  try {
    engine = await start()
    await bringUpToDate(engine)
    return toDatabase(engine, free)
  } catch (error) {
    await engine?.close()
    await free()
    throw error
  }
}

async function bringUpToDate(engine: PGlite): Promise<void> {
  await refuseNewerSchema((text) => runScript(engine, text))
  await migrate(drizzle(engine, { schema }), { migrationsFolder })
}

function toDatabase(engine: PGlite, free: () => Promise<void>): Database {
  const stopUpkeep = startUpkeep(engine)
  return {
    kind: 'pglite',
    orm: guardOrm(drizzle(engine, { schema }) as unknown as Database['orm']),
    execute: (text, params) =>
      withQueryErrors<{ rows: Row[] }>(() =>
        params && params.length > 0
          ? engine.query<Row>(text, [...params])
          : runScript(engine, text),
      ),
    async ping() {
      await withQueryErrors(() => engine.query('select 1'))
    },
    async close() {
      stopUpkeep()
      if (!engine.closed) await engine.close()
      await free()
    },
  }
}

/** Runs statements as they stand, and answers the rows of the last that has any. */
async function runScript(engine: PGlite, text: string): Promise<{ rows: Row[] }> {
  // There is one session for everybody: a script that begins a transaction and fails before its
  // end would leave all others inside it.
  const opensTransaction = /^\s*(begin|start\s+transaction)\b/i.test(text)
  const results = opensTransaction
    ? await engine.transaction((tx) => tx.exec(text))
    : await engine.exec(text)
  return { rows: results.findLast((result) => result.fields.length > 0)?.rows ?? [] }
}

/** Two writers tear a store, and the other one was told that this one is gone. */
function endAtOnce(dir: string): void {
  log().fatal({ dir }, 'another process has taken the data folder: ending at once')
  process.exit(1)
}
