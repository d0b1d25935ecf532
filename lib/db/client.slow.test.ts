import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect, test } from 'vitest'
import { database, openDatabase, setDatabase } from './client'
import * as schema from './schema'
import { onBothEngines } from './test-engines'

onBothEngines('the store', (db) => {
  test('has every table of the schema after opening', async () => {
    const { rows } = await db().execute(
      "select table_name from information_schema.tables where table_schema = 'public'",
    )
    const declared = Object.values(schema).flatMap((table) =>
      is(table, PgTable) ? [getTableName(table)] : [],
    )
    expect(declared).toContain('connections')
    expect(rows.map((row) => row.table_name).sort()).toEqual(declared.sort())
  })

  test('runs several statements at once, and answers the rows of the last that has any', async () => {
    const { rows } = await db().execute('select 1 as one; select 2 as two')
    expect(rows).toEqual([{ two: 2 }])
  })

  test('undoes a transaction that throws', async () => {
    const failing = db().orm.transaction(async (tx) => {
      await tx.insert(schema.settings).values({ key: 'half', value: {} })
      throw new Error('on purpose')
    })
    await expect(failing).rejects.toThrow('on purpose')
    const { rows } = await db().execute("select 1 from settings where key = 'half'")
    expect(rows).toEqual([])
  })

  test('keeps text with quotes, emoji and a nul-like escape as it is', async () => {
    const value = { text: `O'Neil "x" \u{1F600} \\u0041 %s $1` }
    await db().orm.insert(schema.settings).values({ key: 'odd', value })
    const { rows } = await db().execute('select value from settings where key = $1', ['odd'])
    expect(rows).toEqual([{ value }])
  })

  test('is refused when a newer version has written it', async () => {
    await db().execute(
      "insert into drizzle.__drizzle_migrations (hash, created_at) values ('future', 99999999999999)",
    )
    const { refuseNewerSchema } = await import('./migrations-folder')
    await expect(refuseNewerSchema(db().execute)).rejects.toMatchObject({ code: 'newer_schema' })
    await db().execute("delete from drizzle.__drizzle_migrations where hash = 'future'")
  })
})

test('a store that is not open yet says so', () => {
  setDatabase(undefined)
  expect(() => database()).toThrow(expect.objectContaining({ code: 'not_open' }))
})

test('a PostgreSQL that nobody listens for is unavailable, and the message holds no password', async () => {
  const opening = openDatabase({ url: 'postgresql://me:hunter2@127.0.0.1:1/x', dir: 'memory' })
  await expect(opening).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.not.stringContaining('hunter2'),
  })
})
