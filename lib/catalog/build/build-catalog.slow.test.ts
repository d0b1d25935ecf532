import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { buildCatalog, type CatalogSink } from '@/lib/catalog/build/build-catalog'
import type { CatalogPart, Directory, ThingKind } from '@/lib/catalog/build/messages'
import { runWorkerFromSource } from '@/lib/catalog/build/worker-from-source'
import { SearchData } from '@/lib/odata/search/search-data'

const edm = 'http://docs.oasis-open.org/odata/ns/edm'
const document = `<edmx:Edmx Version="4.0" xmlns:edmx="${edm}x"><edmx:DataServices><Schema Namespace="N" xmlns="${edm}">
  <EnumType Name="NoYes"><Member Name="No"/><Member Name="Yes"/></EnumType>
  <EntityType Name="Base"><Key><PropertyRef Name="dataAreaId"/><PropertyRef Name="Id"/></Key><Property Name="dataAreaId" Type="Edm.String"/><Property Name="Id" Type="Edm.String"/></EntityType>
  <EntityType Name="Customer" BaseType="N.Base"><Property Name="IsOpen" Type="N.NoYes"><Annotation Term="Microsoft.Dynamics.OData.Core.V1.LabelId" String="@SYS1"/></Property></EntityType>
  <Action Name="Close" IsBound="true"><Parameter Name="it" Type="N.Customer"/></Action>
  <Action Name="CloseAll" IsBound="true"><Parameter Name="them" Type="Collection(N.Customer)"/></Action>
  <Function Name="Now"><ReturnType Type="Edm.String"/></Function>
  <EntityContainer Name="C"><EntitySet Name="Customers" EntityType="N.Customer"/><FunctionImport Name="Clock" Function="N.Now"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>`

runWorkerFromSource()

async function* cut(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const chunksOf = (text: string, size = 100) => cut(new TextEncoder().encode(text), size)

function collect(parts: CatalogPart[], rest: Partial<CatalogSink> = {}): CatalogSink {
  return {
    part: async (part) => {
      await turn()
      parts.push(part)
    },
    progress: () => undefined,
    signal: new AbortController().signal,
    ...rest,
  }
}

function open(parts: readonly CatalogPart[], kind: CatalogPart['kind']): unknown {
  const part = parts.find((candidate) => candidate.kind === kind)
  return part && JSON.parse(inflateRawSync(part.body).toString())
}

function thing(parts: readonly CatalogPart[], kind: ThingKind, name: string): unknown {
  const directory = open(parts, 'directory') as Directory
  const number = directory[kind][name]
  const block = parts.find((part) => part.kind === 'block' && part.name === String(number))
  return block && JSON.parse(inflateRawSync(block.body).toString())[`${kind} ${name}`]
}

describe('a catalog', () => {
  test('is built of parts that can each be had alone', async () => {
    const parts: CatalogPart[] = []
    const seen: number[] = []
    const built = await buildCatalog(
      chunksOf(document),
      collect(parts, { progress: ({ bytes }) => void seen.push(bytes) }),
    )
    expect(built).toEqual({
      hash: createHash('sha256').update(document).digest('hex'),
      counts: { bytes: document.length, sets: 1, types: 2, enums: 1, properties: 3, operations: 3 },
    })
    expect(seen.at(-1)).toBe(document.length)
    expect(seen).toEqual([...seen].sort((one, other) => one - other))
    expect(thing(parts, 'type', 'N.Customer')).toMatchObject({ baseType: 'N.Base' })
    expect(thing(parts, 'set', 'Customers')).toMatchObject({ type: 'N.Customer' })
    expect(thing(parts, 'operations', 'N.Customer')).toMatchObject([
      { name: 'N.Close' },
      { name: 'N.CloseAll' },
    ])
    expect(thing(parts, 'operations', '')).toMatchObject([{ name: 'N.Now' }])
    expect(open(parts, 'whole')).toMatchObject({ version: '4.0', imports: [{ name: 'Clock' }] })
  })

  test('can be searched by fields of base types, labels and enum members', async () => {
    const parts: CatalogPart[] = []
    await buildCatalog(chunksOf(document), collect(parts))
    const data = SearchData.parse(open(parts, 'search'))
    const [set] = data.sets
    expect(set).toMatchObject({
      name: 'Customers',
      isPerCompany: true,
      keyParts: 2,
      isReadOnly: false,
    })
    expect(set?.fields.map((field) => data.fields.names[field])).toEqual([
      'dataAreaId',
      'Id',
      'IsOpen',
    ])
    expect(data.labels).toEqual(['@SYS1'])
    expect(data.enums).toEqual({ 'N.NoYes': ['No', 'Yes'] })
  })
})

describe('building ends with', () => {
  test.each([
    ['the byte where a document breaks off', document.slice(0, 900), 'truncated', 900],
    ['the reason where it is a page', '<html></html>', 'not_csdl', 6],
  ])('%s', async (...[, text, code, byteOffset]) => {
    const building = buildCatalog(chunksOf(text), collect([]))
    await expect(building).rejects.toMatchObject({ name: 'CsdlError', code, byteOffset })
  })

  test('what broke the download', async () => {
    async function* broken() {
      yield new TextEncoder().encode(document.slice(0, 400))
      await turn()
      throw new Error('connection lost')
    }
    await expect(buildCatalog(broken(), collect([]))).rejects.toThrow('connection lost')
  })

  test('what broke the keeping', async () => {
    const sink = collect([], { part: () => Promise.reject(new Error('disk full')) })
    await expect(buildCatalog(chunksOf(document), sink)).rejects.toThrow('disk full')
  })

  test('the reason of whoever cancelled it, also while it waits for bytes', async () => {
    const stop = new AbortController()
    async function* endless() {
      yield new TextEncoder().encode(document.slice(0, 400))
      setTimeout(() => stop.abort(new Error('not wanted any more')), 20)
      await new Promise(() => undefined)
    }
    const building = buildCatalog(endless(), collect([], { signal: stop.signal }))
    await expect(building).rejects.toThrow('not wanted any more')
  })
})

const real = join(process.cwd(), '..', 'shared', 'metadata', 'finops', 'rebuilt.xml.gz')
test.skipIf(!existsSync(real))('the real document makes parts of every set and type', async () => {
  const parts: CatalogPart[] = []
  const built = await buildCatalog(cut(gunzipSync(readFileSync(real)), 65_536), collect(parts))
  expect(built.counts).toMatchObject({ sets: 3868, types: 3868, enums: 2059, properties: 67_388 })
  expect(Object.keys((open(parts, 'directory') as Directory).set)).toHaveLength(3868)
  const data = SearchData.parse(open(parts, 'search'))
  expect(data.sets).toHaveLength(3868)
  expect(data.sets.reduce((sum, { fields }) => sum + fields.length, 0)).toBe(67_388)
})
