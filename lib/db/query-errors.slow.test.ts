import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from './database'
import { openPglite } from './open-pglite'
import { openPostgres } from './open-postgres'
import { settings, user } from './schema'
import { onBothEngines } from './test-engines'
import { findPostgresBin, startTestPostgres } from './test-postgres'

const planted = 'pL4nt3d~8Q.value'
const person = { id: 'u1', name: planted, email: `${planted}@contoso.com` }

onBothEngines('an error of a query', (db) => {
  test.each<[string, () => Promise<unknown>]>([
    ['by the builder', () => db().orm.insert(user).values(person)],
    ['in a transaction', () => db().orm.transaction((tx) => tx.insert(user).values(person))],
    ['by template', () => db().orm.execute(sql`select ${planted}::int`)],
    ['as text', () => db().execute('select $1::int', [planted])],
  ])('%s does not repeat the values that it was given', async (_way, fail) => {
    await db().execute('delete from "user"')
    await db()
      .orm.insert(user)
      .values({ ...person, id: 'u1' })
    const error = await fail().then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(Error)
    const everything = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
    // What PostgreSQL itself says of a value that is no number is its message, and stays.
    const told = everything.replaceAll(`invalid input syntax for type integer: "${planted}"`, '')
    expect(told).not.toContain(planted)
  })

  test('keeps the code that the engine gave it', async () => {
    await expect(db().orm.insert(settings).values({ key: 'k', value: {} })).resolves.toBeDefined()
    await expect(db().orm.insert(settings).values({ key: 'k', value: {} })).rejects.toMatchObject({
      cause: { code: '23505' },
    })
  })

  test('in a script that begins a transaction leaves nobody else inside it', async () => {
    await expect(db().execute('begin; select 1 / 0; commit')).rejects.toThrow('division by zero')
    const answers = await Promise.all([1, 2, 3].map(() => db().execute('select 1 as one')))
    expect(answers.map(({ rows }) => rows)).toEqual(Array(3).fill([{ one: 1 }]))
  })
})

const waysToAsk: readonly [string, (db: Database) => Promise<unknown>][] = [
  ['by the builder', (db) => db.orm.select().from(settings)],
  ['in a transaction', (db) => db.orm.transaction((tx) => tx.select().from(settings))],
  ['as text', (db) => db.execute('select 1')],
  ['by a ping', (db) => db.ping()],
]

test('an embedded store that was closed is unavailable', async () => {
  const db = await openPglite('memory')
  await db.close()
  for (const [way, ask] of waysToAsk) {
    await expect(ask(db), way).rejects.toMatchObject({ code: 'unavailable' })
  }
})

const bin = findPostgresBin()
test.runIf(bin)('a PostgreSQL that goes away is unavailable, and is found again', async () => {
  const server = await startTestPostgres(bin ?? '')
  const db = await openPostgres(server.url)
  try {
    await db.ping()
    await db.execute(
      'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid()',
    )
    await db.ping()
    await server.stop()
    for (const [way, ask] of waysToAsk) {
      await expect(ask(db), way).rejects.toMatchObject({ code: 'unavailable' })
    }
  } finally {
    await db.close()
  }
})
