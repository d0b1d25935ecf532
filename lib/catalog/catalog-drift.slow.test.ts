import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { PartWriter } from '@/lib/catalog/build/part-writer'
import { catalogDrift } from '@/lib/catalog/catalog-drift'
import { catalogStatus } from '@/lib/catalog/catalog-status'
import {
  pruneReadings,
  readingsKeptDays,
  readingsKeptMax,
} from '@/lib/catalog/store/prune-readings'
import {
  addPart,
  dropAbandonedCatalogs,
  finishCatalog,
  startCatalog,
} from '@/lib/catalog/store/write-catalog'
import { createConnection } from '@/lib/connections/create-connection'
import { CatalogDrift } from '@/lib/contract/drift'
import { catalogs } from '@/lib/db/schema'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000
const today = new Date('2026-11-25T08:00:00.000Z')

function context(daysAgo = 0): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => new Date(today.getTime() - daysAgo * dayMs),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: 'r1',
  }
}

/** So many entity sets that they take several blocks, in another order than their types. */
function metadata(setCount: number, length = 60): Uint8Array {
  const edm = 'http://docs.oasis-open.org/odata/ns/edm'
  const numbers = Array.from({ length: setCount }, (_, number) => number)
  const types = numbers.map((number) => {
    const fields = Array.from(
      { length: 30 },
      (_, field) => `<Property Name="Field${field}" Type="Edm.String" MaxLength="${length}"/>`,
    )
    const key = '<Key><PropertyRef Name="Field0"/></Key>'
    return `<EntityType Name="T${number}">${key}${fields.join('')}</EntityType>`
  })
  const sets = numbers
    .toReversed()
    .map((number) => `<EntitySet Name="S${number}" EntityType="N.T${number}"/>`)
  return new TextEncoder().encode(
    `<edmx:Edmx Version="4.0" xmlns:edmx="${edm}x"><edmx:DataServices><Schema Namespace="N" xmlns="${edm}">${types.join('')}<EntityContainer Name="C">${sets.join('')}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`,
  )
}

async function keep(connectionId: string, bytes: Uint8Array, daysAgo = 0): Promise<string> {
  const ctx = context(daysAgo)
  const id = await startCatalog(ctx)
  const kept: Promise<void>[] = []
  const writer = new PartWriter((part) => void kept.push(addPart(id, part)))
  writer.write(bytes)
  const hash = await writer.end()
  await Promise.all(kept)
  await finishCatalog(ctx, { connectionId, id, built: { hash, counts: writer.counts } })
  return hash
}

const connect = async (host: string) =>
  (
    await createConnection(context(), {
      environmentUrl: `https://${host}.sandbox.operations.dynamics.com`,
    })
  ).id

onBothEngines('the drift of a connection', (db) => {
  beforeEach(async () => {
    await db().execute('delete from connections; delete from catalogs')
  })
  const compare = async (id: string, other: string, turned = false) =>
    CatalogDrift.parse(
      await catalogDrift(context(), id, { with: other, turned, usedFirst: new Set() }),
    )

  test('is told beside an earlier reading, block by block', async () => {
    const id = await connect('one')
    const hash = await keep(id, metadata(300), 7)
    await keep(id, metadata(301, 30))
    const drift = await compare(id, hash)
    expect(drift.counts).toMatchObject({ added: 1, removed: 0, breaking: 300 * 30 })
    expect(drift.before).toMatchObject({ hash, readAt: context(7).now().toISOString() })
    expect(drift.after).toMatchObject({ id, readAt: today.toISOString() })
    expect(drift.changes.at(-1)).toMatchObject({ kind: 'entity-set', verb: 'added' })
  })

  test('is told beside another connection, in both directions', async () => {
    const [one, other] = [await connect('one'), await connect('other')]
    await keep(one, metadata(20))
    await keep(other, metadata(18))
    expect((await compare(one, other)).counts.added).toBeGreaterThan(0)
    const there = await compare(one, other, true)
    expect(there.before.id).toBe(one)
    expect(there.counts).toEqual((await compare(other, one)).counts)
  })

  test('is none beside a connection that has the very same catalog', async () => {
    const [one, other] = [await connect('one'), await connect('other')]
    await keep(one, metadata(3))
    await keep(other, metadata(3))
    expect(await compare(one, other)).toMatchObject({ changes: [], untold: 0 })
  })

  test('cannot be told where one of the two was never read', async () => {
    const [one, other] = [await connect('one'), await connect('other')]
    await expect(compare(one, other)).rejects.toMatchObject({ code: 'no_catalog' })
    await keep(one, metadata(3))
    await expect(compare(one, other)).rejects.toMatchObject({ code: 'no_catalog' })
    await expect(compare(one, 'f'.repeat(64))).rejects.toMatchObject({ code: 'no_catalog' })
    await expect(compare(one, 'con_00000000000000000000')).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('goes as far back as readings are kept: by age, by number, and never less than two', async () => {
    const [busy, quiet] = [await connect('busy'), await connect('quiet')]
    for (let number = 1; number <= readingsKeptMax + 3; number += 1) {
      await keep(busy, metadata(number), number)
    }
    for (const age of [2, 1, 0]) await keep(quiet, metadata(30 + age), readingsKeptDays + 1 + age)
    await pruneReadings(context())
    const ages = async (id: string) =>
      (await catalogStatus(context(), id)).readings.map(
        ({ lastReadAt }) => (today.getTime() - new Date(lastReadAt).getTime()) / dayMs,
      )
    expect(await ages(busy)).toEqual(Array.from({ length: readingsKeptMax }, (_, at) => at + 1))
    expect(await ages(quiet)).toEqual([readingsKeptDays + 1, readingsKeptDays + 2])

    await dropAbandonedCatalogs(context())
    expect(await db().orm.select().from(catalogs)).toHaveLength(readingsKeptMax + 2)
  })
})
