import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { beforeEach, expect, test, vi } from 'vitest'
import { runWorkerFromSource } from '@/lib/catalog/build/worker-from-source'
import { catalogDrift } from '@/lib/catalog/catalog-drift'
import { catalogSearchJson, catalogStatus } from '@/lib/catalog/catalog-status'
import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import { addCatalogFile } from '@/lib/catalog/files/add-catalog-file'
import { deleteCatalogFile } from '@/lib/catalog/files/delete-catalog-file'
import { listCatalogFiles } from '@/lib/catalog/files/list-catalog-files'
import { dropAbandonedCatalogs } from '@/lib/catalog/store/write-catalog'
import { auditEntries, catalogs } from '@/lib/db/schema'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'

const edm = 'http://docs.oasis-open.org/odata/ns/edm'
const document = (length: number) =>
  new TextEncoder().encode(
    `<edmx:Edmx Version="4.0" xmlns:edmx="${edm}x"><edmx:DataServices><Schema Namespace="N" xmlns="${edm}"><EntityType Name="Customer"><Key><PropertyRef Name="Id"/></Key><Property Name="Id" Type="Edm.String" MaxLength="${length}"/></EntityType><EntityContainer Name="C"><EntitySet Name="Customers" EntityType="N.Customer"/></EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`,
  )

const context = (now = new Date('2026-11-25T08:00:00.000Z')): Context => ({
  actor: { kind: 'system', job: 'test' },
  now: () => now,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: 'r1',
})
const tomorrow = context(new Date('2026-11-26T08:00:00.000Z'))

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
const add = (name: string, bytes: Uint8Array) =>
  addCatalogFile(context(), { name, chunks: chunksOf(bytes) })

runWorkerFromSource()
// Each file starts a thread that reads its source first.
vi.setConfig({ testTimeout: 120_000 })

onBothEngines('a catalog from a file', (db) => {
  beforeEach(async () => {
    await db().execute('delete from catalog_files; delete from catalogs; delete from audit_entries')
  })

  test('is looked at and compared as that of a connection, and goes when it is deleted', async () => {
    const uat = await add('UAT', document(20))
    const test = await add('Test', gzipSync(document(10)))
    expect((await listCatalogFiles(context())).map(({ name }) => name).sort()).toEqual([
      'Test',
      'UAT',
    ])
    expect(await catalogStatus(context(), uat.id)).toMatchObject({
      readings: [{ hash: uat.hash, counts: { sets: 1 } }],
    })
    expect(await entitySetDetail(context(), uat.id, 'Customers')).toMatchObject({
      fields: [{ name: 'Id', maxLength: 20, isKey: true }],
    })
    const search = await catalogSearchJson(context(), uat.id, uat.hash)
    expect(new TextDecoder().decode(search)).toContain('"Customers"')

    const input = { with: test.id, turned: true, usedFirst: new Set<string>() }
    const { changes } = await catalogDrift(context(), uat.id, input)
    expect(changes).toMatchObject([{ owner: 'Customers', name: 'Id', isBreaking: true }])

    await dropAbandonedCatalogs(tomorrow)
    expect(await db().orm.select().from(catalogs)).toHaveLength(2)
    await deleteCatalogFile(context(), uat.id)
    await expect(catalogStatus(context(), uat.id)).rejects.toMatchObject({ code: 'no_catalog' })
    await dropAbandonedCatalogs(tomorrow)
    expect(await db().orm.select().from(catalogs)).toHaveLength(1)
    const audit = await db().orm.select().from(auditEntries)
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'catalog-file.add',
      'catalog-file.add',
      'catalog-file.delete',
    ])
  })

  test('is the same catalog for everybody who has the same document', async () => {
    await add('one', document(20))
    await add('two', document(20))
    expect(await db().orm.select().from(catalogs)).toHaveLength(1)
    expect(await listCatalogFiles(context())).toHaveLength(2)
  })

  test.each([
    ['a page', '<html><body/></html>', /root element is "html".* At byte \d/],
    [
      'its beginning',
      new TextDecoder().decode(document(1)).slice(0, 200),
      /ends inside.* At byte 200 /,
    ],
    ['nothing', '', /no XML/],
  ])('is not made of %s, and leaves nothing behind', async (_, text, reason) => {
    await expect(add('bad', new TextEncoder().encode(text))).rejects.toMatchObject({
      code: 'bad_document',
      message: expect.stringMatching(reason),
    })
    expect(await db().orm.select().from(catalogs)).toEqual([])
  })
})
