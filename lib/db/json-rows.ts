import {
  getTableColumns,
  getTableName,
  type InferSelectModel,
  type SQL,
  sql,
  type Table,
} from 'drizzle-orm'
import { database } from '@/lib/db/client'

/** Which rows of a table, and which columns to leave where they are. */
export type RowsWish = Readonly<{
  table: Table
  where?: SQL | undefined
  without?: readonly string[]
}>

type RowOf<W extends RowsWish> = W extends { without: readonly (infer Name)[] }
  ? Omit<InferSelectModel<W['table']>, Name & string>
  : InferSelectModel<W['table']>

/**
 * Reads rows of several tables in one statement, each table as one JSON text: an engine hands a row
 * over for some twenty microseconds, which a wall of connections with all their parts would pay a
 * thousand times. Columns with bytes or more than 53 bits have to be left out.
 */
export async function readJsonRows<const W extends Readonly<Record<string, RowsWish>>>(
  wishes: W,
): Promise<{ [Name in keyof W]: RowOf<W[Name]>[] }> {
  const entries = Object.entries(wishes)
  const parts = entries.map(([name, wish]) => sql`${rowsOf(wish)} as ${sql.identifier(name)}`)
  const answer = await database().orm.execute(sql`select ${sql.join(parts, sql`, `)}`)
  // Both engines answer a statement with an object that has its rows.
  const [row] = (answer as unknown as { rows: Record<string, Record<string, unknown>[]>[] }).rows
  const read = entries.map(([name, { table }]) => [name, revive(table, row?.[name] ?? [])])
  // The columns are those of the table, revived as the schema says.
  return Object.fromEntries(read) as { [Name in keyof W]: RowOf<W[Name]>[] }
}

function rowsOf({ table, where = sql`true`, without = [] }: RowsWish): SQL {
  const columns = Object.entries(getTableColumns(table)).flatMap(([name, column]) =>
    without.includes(name) ? [] : [sql`${column}`],
  )
  const from = sql.identifier(getTableName(table))
  return sql`(select coalesce(json_agg(one), '[]') from
    (select ${sql.join(columns, sql`, `)} from ${from} where ${where}) as one)`
}

function revive(
  table: Table,
  rows: readonly Readonly<Record<string, unknown>>[],
): Record<string, unknown>[] {
  const columns = Object.entries(getTableColumns(table)).map(
    ([name, column]) => [name, column.name, column.dataType === 'date'] as const,
  )
  return rows.map((row) => {
    const values: Record<string, unknown> = {}
    for (const [name, key, isDate] of columns) {
      const value = row[key]
      if (value !== undefined)
        values[name] = isDate && typeof value === 'string' ? new Date(value) : value
    }
    return values
  })
}
