import { DrizzleQueryError } from 'drizzle-orm'
import { PgPreparedQuery } from 'drizzle-orm/pg-core'
import type { Database } from '@/lib/db/database'
import { DatabaseError } from '@/lib/db/errors'

/** What drivers and engine call a connection that is gone, or a server that takes none now. */
const outageCodes =
  /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[1-3]|53300)$/
const outageMessages =
  /connection terminated|timeout exceeded when trying to connect|PGlite is clos(ed|ing)/i

/**
 * A foreign error as it may be seen: a lost engine becomes `unavailable`, and no error carries the
 * values of its query any longer, which may be a session's token or a password's hash.
 */
export function toQueryError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError) return error
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  if (cause instanceof DatabaseError) return cause
  if (cause) dropValues(cause)
  if (isOutage(cause)) {
    return new DatabaseError(`The database does not answer: ${reasonOf(cause)}`, {
      code: 'unavailable',
      cause,
    })
  }
  return error instanceof DrizzleQueryError ? new DrizzleQueryError(error.query, [], cause) : error
}

/** `work`, with its errors passed through {@link toQueryError}. */
export async function withQueryErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw toQueryError(error)
  }
}

/** Passes whatever `orm` throws through {@link toQueryError}. */
export function guardOrm(orm: Database['orm']): Database['orm'] {
  guardPreparedQueries()
  const transaction = orm.transaction.bind(orm)
  // Connecting for a transaction happens outside of any query.
  orm.transaction = (...work) => withQueryErrors(() => transaction(...work))
  return orm
}

type PreparedQueries = {
  queryWithCache(...query: readonly unknown[]): Promise<unknown>
  guarded?: true
}

/** Every query of the library goes through this one method, whoever built it. */
function guardPreparedQueries(): void {
  const queries = PgPreparedQuery.prototype as unknown as PreparedQueries
  if (queries.guarded) return
  const run = queries.queryWithCache
  queries.queryWithCache = function guarded(...query) {
    return withQueryErrors(() => run.apply(this, [...query]))
  }
  queries.guarded = true
}

function isOutage(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isOutage)
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return outageCodes.test(code) || outageMessages.test(error.message)
}

/** The embedded engine's errors name the values of their query, PostgreSQL's `detail` those of a row. */
function dropValues(error: Error): void {
  for (const field of ['params', 'detail', 'queryOptions']) Reflect.deleteProperty(error, field)
}

/** The engine's reason in one line; connecting to a name with several addresses fails once for each. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  if (error instanceof DrizzleQueryError && error.cause) return reasonOf(error.cause)
  return error instanceof Error ? error.message : String(error)
}
