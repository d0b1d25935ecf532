import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Row } from '@/lib/db/database'
import { DurableFs, durableStartParams } from '@/lib/db/durable-fs'
import { type FolderLock, lockFolder } from '@/lib/db/lock-folder'
import { migrationsFolder, refuseNewerSchema } from '@/lib/db/migrations-folder'
import * as schema from '@/lib/db/schema'

/**
 * Opens the embedded engine on `dir`, or on memory alone.
 *
 * @throws {DatabaseError} `locked` when another process holds the folder, `newer_schema`
 */
export async function openPglite(dir: string | 'memory'): Promise<Database> {
  const lock = dir === 'memory' ? undefined : await lockedFolder(dir)
  try {
    const engine = await startEngine(dir)
    const database = toDatabase(engine, lock)
    await refuseNewerSchema(database.execute)
    await migrate(drizzle(engine, { schema }), { migrationsFolder })
    return database
  } catch (error) {
    await lock?.release()
    throw error
  }
}

function lockedFolder(dir: string): Promise<FolderLock> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  return lockFolder(dir)
}

function startEngine(dir: string | 'memory'): Promise<PGlite> {
  if (dir === 'memory') return PGlite.create()
  return PGlite.create({ fs: new DurableFs(dir), startParams: durableStartParams() })
}

function toDatabase(engine: PGlite, lock: FolderLock | undefined): Database {
  return {
    kind: 'pglite',
    orm: drizzle(engine, { schema }) as unknown as Database['orm'],
    async execute(text, params) {
      if (params && params.length > 0) return engine.query<Row>(text, [...params])
      const results = await engine.exec(text)
      return { rows: results.findLast((result) => result.fields.length > 0)?.rows ?? [] }
    },
    async ping() {
      await engine.query('select 1')
    },
    async close() {
      await engine.close()
      await lock?.release()
    },
  }
}
