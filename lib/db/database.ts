import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type * as schema from '@/lib/db/schema'

/** A row as the engine answers it: column names to values. */
export type Row = Record<string, unknown>

/** One client for both engines: the schema, the migrations and the dialect are the same. */
export type Database = Readonly<{
  kind: 'pglite' | 'postgresql'
  orm: PgDatabase<PgQueryResultHKT, typeof schema>
  /** Runs SQL as it stands; several statements at once only without `params`. */
  execute(text: string, params?: readonly unknown[]): Promise<{ rows: Row[] }>
  /** @throws {DatabaseError} `unavailable` when the engine does not answer */
  ping(): Promise<void>
  close(): Promise<void>
}>

/** A transaction, as the callbacks of `orm.transaction` get it. */
export type Transaction = Parameters<Parameters<Database['orm']['transaction']>[0]>[0]
