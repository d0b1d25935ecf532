import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type QueryResult } from 'pg'
import type { Database, Row } from '@/lib/db/database'
import { DatabaseError } from '@/lib/db/errors'
import { migrationsFolder, refuseNewerSchema } from '@/lib/db/migrations-folder'
import { guardOrm, reasonOf, toQueryError, withQueryErrors } from '@/lib/db/query-errors'
import * as schema from '@/lib/db/schema'

/** Any number that no other use of advisory locks in this database has. */
const migrationLock = 5_739_018

/**
 * Opens PostgreSQL at `url`. Replicas that start together migrate one after the other.
 *
 * @throws {DatabaseError} `unavailable`, `newer_schema`
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = connect(url)
  const execute = (text: string, params?: readonly unknown[]): Promise<{ rows: Row[] }> =>
    withQueryErrors(async () => {
      const answer = await pool.query<Row>(text, params ? [...params] : undefined)
      return { rows: lastRows(answer) }
    })
  try {
    await migrateAlone(pool, execute)
  } catch (error) {
    await pool.end()
    const told = toQueryError(error)
    if (told instanceof DatabaseError) throw told
    throw new DatabaseError(`PostgreSQL does not answer as it should: ${reasonOf(told)}`, {
      code: 'unavailable',
      cause: error,
    })
  }
  return {
    kind: 'postgresql',
    orm: guardOrm(drizzle(pool, { schema }) as unknown as Database['orm']),
    execute,
    async ping() {
      await execute('select 1')
    },
    close: () => pool.end(),
  }
}

function connect(url: string): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
  })
  // A connection that the server drops is replaced at the next query, and the query that was on it
  // is told; without these listeners it would end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
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
function lastRows(answer: QueryResult<Row> | readonly QueryResult<Row>[]): Row[] {
  const results = 'rows' in answer ? [answer] : answer
  return results.findLast((result) => result.fields.length > 0)?.rows ?? []
}
