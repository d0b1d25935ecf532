import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '@/lib/db/database'
import { DatabaseError } from '@/lib/db/errors'

/** Where the SQL of the schema's history is; the server runs in the folder of the checkout. */
export const migrationsFolder = join(process.cwd(), 'lib', 'db', 'migrations')

const Journal = z.object({ entries: z.array(z.object({ when: z.number() })) })

/** @throws {DatabaseError} `newer_schema` when the store has had a migration that this version lacks */
export async function refuseNewerSchema(execute: Database['execute']): Promise<void> {
  const { rows: tables } = await execute(
    "select to_regclass('drizzle.__drizzle_migrations') as name",
  )
  if (!tables[0]?.name) return
  const { rows } = await execute(
    'select max(created_at) as newest from drizzle.__drizzle_migrations',
  )
  const journal = Journal.parse(
    JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')),
  )
  const known = Math.max(...journal.entries.map((entry) => entry.when))
  if (Number(rows[0]?.newest ?? 0) <= known) return
  throw new DatabaseError(
    'The database was written by a newer version of Fivestep. Start that version, or restore a backup of this one.',
    { code: 'newer_schema' },
  )
}
