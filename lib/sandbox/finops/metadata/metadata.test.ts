import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { origin, rowsOf, testEnvironment } from '@/lib/sandbox/finops/test-environment'

const environment = testEnvironment()
type Element = Readonly<{ name: string; attributes: Record<string, string> }>

async function elements(): Promise<Element[]> {
  const text = await (await environment.send('/data/$metadata')).text()
  const found: Element[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes }))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
  return found
}

describe('$metadata', () => {
  test('begins and breaks its lines as F&O does', async () => {
    const response = await environment.send('/data/$metadata')
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = bytes.toString()
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true)
    expect(text.endsWith('</edmx:Edmx>')).toBe(true)
  })

  test('is well-formed, and every type, enum and target that it names is there', async () => {
    const all = await elements()
    const named = (tag: string) =>
      all.filter(({ name }) => name === tag).map(({ attributes }) => attributes.Name ?? '')
    const types = new Set([...named('EntityType'), ...named('EnumType')])
    const used = all.flatMap(({ name, attributes }) => {
      const type = name === 'EntitySet' ? attributes.EntityType : attributes.Type
      const own = /Microsoft\.Dynamics\.DataEntities\.(\w+)/.exec(type ?? '')?.[1]
      return own ? [own] : []
    })
    expect(used.filter((type) => !types.has(type))).toEqual([])
    const sets = new Set(named('EntitySet'))
    const targets = all.filter(({ name }) => name === 'NavigationPropertyBinding')
    expect(targets.filter(({ attributes }) => !sets.has(attributes.Target ?? ''))).toEqual([])
    expect(new Set(named('EntityType')).size).toBe(named('EntityType').length)
    const { value } = await environment.read('/data')
    expect((value as { name: string }[]).map(({ name }) => name)).toEqual([...sets])
  })

  test('has keys, annotations and actions', async () => {
    const all = await elements()
    const count = (tag: string) => all.filter(({ name }) => name === tag).length
    expect(count('PropertyRef')).toBeGreaterThan(count('EntityType'))
    expect(count('Annotation')).toBeGreaterThan(2 * count('Property'))
    expect(
      all.filter(({ name }) => name === 'Action').map(({ attributes }) => attributes),
    ).toContainEqual({ Name: 'confirm', IsBound: 'true' })
  })

  test('every row has the properties that it promises, of the types that it promises', async () => {
    const promises = promisesIn(await elements())
    for (const [set, properties] of promises) {
      for (const row of rowsOf(await environment.read(`/data/${set}?$top=8`))) {
        const shown = Object.entries(row).filter(([name]) => !name.includes('@'))
        expect(shown.map(([name]) => name)).toEqual([...properties.keys()])
        const wrong = shown.filter(([name, value]) => properties.get(name)?.(value) !== true)
        expect(wrong, set).toEqual([])
      }
    }
  })
})

type IsOfType = (value: unknown) => boolean

const primitives: Readonly<Record<string, IsOfType>> = {
  'Edm.String': (value) => typeof value === 'string',
  'Edm.Decimal': (value) => typeof value === 'number',
  'Edm.Int32': Number.isInteger,
  'Edm.Int64': Number.isSafeInteger,
  'Edm.Boolean': (value) => typeof value === 'boolean',
  'Edm.Guid': (value) => /^[\da-f-]{36}$/.test(String(value)),
  'Edm.DateTimeOffset': (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(value)),
}

/** Entity sets with their properties and what each promises its values to be. */
function promisesIn(all: readonly Element[]): Map<string, Map<string, IsOfType>> {
  const owned = (owner: string, tag: string) => {
    const from = all.findIndex(
      ({ name, attributes }) => /^(?:Entity|Enum)Type$/.test(name) && attributes.Name === owner,
    )
    const length = all.slice(from + 1).findIndex(({ name }) => /^Entity|^EnumType$/.test(name))
    return all.slice(from + 1, from + 1 + length).filter(({ name }) => name === tag)
  }
  const isMember = (type: string): IsOfType => {
    const members = owned(type.replace(/.*\./, ''), 'Member').map(
      ({ attributes }) => attributes.Name,
    )
    return (value) => members.includes(String(value))
  }
  const sets = all.filter(({ name }) => name === 'EntitySet')
  return new Map(
    sets.map(({ attributes }) => [
      String(attributes.Name),
      new Map(
        owned(String(attributes.EntityType).replace(/.*\./, ''), 'Property').map((property) => {
          const { Name = '', Type = '' } = property.attributes
          return [Name, primitives[Type] ?? isMember(Type)]
        }),
      ),
    ]),
  )
}

describe('/metadata', () => {
  test('lists data entities in pages, with the names that people search by', async () => {
    const answer = await environment.read('/metadata/DataEntities?$top=2&$skip=1&$count=true')
    expect(rowsOf(answer)).toHaveLength(2)
    const one = await environment.read("/metadata/DataEntities('CustCustomerV3Entity')")
    expect(one).toEqual({
      '@odata.context': `${origin}/metadata/$metadata#DataEntities/$entity`,
      Name: 'CustCustomerV3Entity',
      PublicEntityName: 'CustomerV3',
      PublicCollectionName: 'CustomersV3',
      LabelId: '@Practice:CustomersV3',
      DataServiceEnabled: true,
      DataManagementEnabled: true,
      EntityCategory: 'Master',
      IsReadOnly: false,
    })
  })

  test('tells the properties of an entity, the members of an enum, the text of a label', async () => {
    const entity = await environment.read("/metadata/PublicEntities('CustomerV3')")
    expect(entity.Properties).toContainEqual(
      expect.objectContaining({
        Name: 'OnHoldStatus',
        TypeName: 'Microsoft.Dynamics.DataEntities.CustVendorBlocked',
        DataType: 'Enum',
      }),
    )
    const members = await environment.read("/metadata/PublicEnumerations('NoYes')")
    expect(members.Members).toEqual([
      expect.objectContaining({ Name: 'No', Value: 0 }),
      expect.objectContaining({ Name: 'Yes', Value: 1 }),
    ])
    const label = await environment.read(
      `/metadata/Labels(Id='${members.LabelId}',Language='en-us')`,
    )
    expect(label).toMatchObject({ Value: 'No yes' })
  })

  test('says a label in German where it is asked to, and lists no labels', async () => {
    const path = (language: string) =>
      `/metadata/Labels(Id='@Practice:CustomersV3',Language='${language}')`
    expect(await environment.read(path('de'))).toMatchObject({ Value: 'Debitoren V3' })
    expect(await environment.read(path('fr'))).toMatchObject({ Value: 'Customers V3' })
    const filter = encodeURIComponent("Id eq '@Practice:CustomersV3'")
    const listed = await environment.send(`/metadata/Labels?$filter=${filter}`)
    expect(listed.status).toBe(501)
    expect(await listed.text()).toContain('must be provided as part of the key segment')
  })

  test.each(['Nothing', "PublicEntities('Nothing')", "Labels(Id='@SYS1')", 'DataEntities/x'])(
    '%s has no route',
    async (path) => {
      expect((await environment.send(`/metadata/${path}`)).status).toBe(404)
    },
  )
})
