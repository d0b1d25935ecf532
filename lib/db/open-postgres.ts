import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import type { Database, Row } from '@/lib/db/database'
import { DatabaseError } from '@/lib/db/errors'
import { migrationsFolder, refuseNewerSchema } from '@/lib/db/migrations-folder'
import * as schema from '@/lib/db/schema'

/** Any number that no other use of advisory locks in this database has. */
const migrationLock = 5_739_018

/**
 * Opens PostgreSQL at `url`. Replicas that start together migrate one after the other.
 *
 * @throws {DatabaseError} `unavailable`, `newer_schema`
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
  // An idle connection that the server drops is replaced at the next query; without a listener it
  // would end the process.
  pool.on('error', () => undefined)
  const execute = async (text: string, params?: readonly unknown[]): Promise<{ rows: Row[] }> => {
    const answer = await pool.query<Row>(text, params ? [...params] : undefined)
    return { rows: lastRows(answer) }
  }
  try {
    await migrateAlone(pool, execute)
  } catch (error) {
    await pool.end()
    if (error instanceof DatabaseError) throw error
    throw new DatabaseError(`PostgreSQL does not answer as it should: ${reasonOf(error)}`, {
      code: 'unavailable',
      cause: error,
    })
  }
  return {
    kind: 'postgresql',
    orm: drizzle(pool, { schema }) as unknown as Database['orm'],
    execute,
    async ping() {
      await pool.query('select 1')
    },
    close: () => pool.end(),
  }
}

async function migrateAlone(pool: Pool, execute: Database['execute']): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await refuseNewerSchema(execute)
    await migrate(drizzle(client, { schema }), { migrationsFolder })
  } finally {
    // Ending the connection frees the lock too, whatever state the session is in.
    client.release(true)
  }
}

/** The driver answers several statements with a list, one with a single result. */
function lastRows(answer: { rows: Row[] } | readonly { rows: Row[] }[]): Row[] {
  const results = Array.isArray(answer) ? answer : [answer]
  return results.at(-1)?.rows ?? []
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
