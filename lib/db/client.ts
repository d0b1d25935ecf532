import 'server-only'
import type { Database } from '@/lib/db/database'
import { DatabaseError } from '@/lib/db/errors'
import { openPglite } from '@/lib/db/open-pglite'
import { openPostgres } from '@/lib/db/open-postgres'

/** Where the store is: PostgreSQL at `url`, else a folder of its own, else memory alone. */
export type DatabaseOptions = Readonly<{ url?: string; dir: string | 'memory' }>

/**
 * Opens the store and brings its schema up to date.
 *
 * @throws {DatabaseError} `locked` when another process holds the folder, `unavailable` when the
 * engine cannot be reached, `newer_schema` when a newer version of Fivestep has written it
 */
export function openDatabase({ url, dir }: DatabaseOptions): Promise<Database> {
  return url === undefined ? openPglite(dir) : openPostgres(url)
}

const slot = Symbol.for('fivestep.database')
const globals = globalThis as typeof globalThis & { [slot]?: Database | undefined }

/** Makes `database` the one of this process; kept globally, since Next bundles hook and routes apart. */
export function setDatabase(database: Database | undefined): void {
  globals[slot] = database
}

/** The store of this process. @throws {DatabaseError} `not_open` before the start-up has come so far */
export function database(): Database {
  const open = globals[slot]
  if (!open) throw new DatabaseError('The database is not open yet.', { code: 'not_open' })
  return open
}

/** Closes the store of this process, if it is open, and frees its folder. */
export async function closeDatabase(): Promise<void> {
  const open = globals[slot]
  globals[slot] = undefined
  await open?.close()
}
