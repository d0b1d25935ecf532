import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { toKeySegment } from '@/lib/code/basket/key-segment'
import { type OpenApiFacts, toOpenApi } from '@/lib/code/basket/to-openapi'
import { toTypes } from '@/lib/code/basket/to-types'
import type { CatalogField, EntitySetDetail } from '@/lib/contract/catalog'

const noYes = 'Microsoft.Dynamics.DataEntities.NoYes'

function field(name: string, type: string, more: Partial<CatalogField> = {}): CatalogField {
  return {
    name,
    type,
    isKey: false,
    nullable: true,
    maxLength: null,
    precision: null,
    scale: null,
    labelId: null,
    helpTextId: null,
    axType: null,
    isRequired: false,
    allowEdit: true,
    allowEditOnCreate: true,
    inheritedFrom: null,
    ...more,
  }
}

function detail(name: string, more: Partial<EntitySetDetail> = {}): EntitySetDetail {
  return {
    hash: 'c0ffee',
    name,
    type: `Microsoft.Dynamics.DataEntities.${name}`,
    isSingleton: false,
    isReadOnly: false,
    labelId: null,
    key: ['dataAreaId', 'Id'],
    fields: [
      field('dataAreaId', 'Edm.String', { isKey: true, nullable: false, maxLength: 4 }),
      field('Id', 'Edm.Int64', { isKey: true, nullable: false }),
    ],
    enums: [],
    relations: [],
    operations: [],
    ...more,
  }
}

const enums = [
  {
    name: noYes,
    isFlags: false,
    members: [
      { name: 'No', value: '0', labelId: null },
      { name: 'Yes', value: '1', labelId: null },
    ],
  },
]
const customers = detail('Customers', {
  fields: [
    ...detail('').fields,
    field('Name', 'Edm.String', { maxLength: 60, isRequired: true }),
    field('IsOpen', noYes),
    field('Tags', 'Collection(Edm.String)'),
    field('Since', 'Edm.DateTimeOffset', { nullable: false }),
    field('Address', 'Some.Complex'),
    field('RecId', 'Edm.Int64', { allowEdit: false, allowEditOnCreate: false }),
  ],
  enums,
  relations: [
    {
      name: 'Orders',
      targetType: 'x',
      targetSet: 'Orders',
      isCollection: true,
      partner: null,
      on: [],
    },
    {
      name: 'Group',
      targetType: 'x',
      targetSet: 'Elsewhere',
      isCollection: false,
      partner: null,
      on: [],
    },
  ],
})
const orders = detail('Orders', { isReadOnly: true, key: [] })
const facts: OpenApiFacts = {
  title: 'Contoso UAT',
  environmentUrl: 'https://contoso.operations.dynamics.com',
  tokenUrl: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
}

type Document = Readonly<{
  paths: Record<
    string,
    Record<string, { requestBody?: { content: { 'application/json': { schema: unknown } } } }>
  >
  components: {
    schemas: Record<string, { properties: Record<string, unknown> }>
    securitySchemes: unknown
  }
}>
const documentOf = (details: readonly EntitySetDetail[], given = facts) =>
  JSON.parse(JSON.stringify(toOpenApi(details, given))) as Document

async function problemsOf(document: Document): Promise<unknown> {
  const { valid, errors } = await new Validator().validate({ ...document })
  return valid ? [] : errors
}

describe('an OpenAPI document of a basket', () => {
  test('is a valid one, whatever its entities are called and hold', async () => {
    const odd = [
      customers,
      orders,
      detail('Single', { isSingleton: true, enums }),
      detail('NoYes', { enums, fields: [field('$odd name"', noYes)], key: [] }),
      detail("it's/{odd}", { key: ["it's"], fields: [field("it's", 'Edm.Guid')] }),
    ]
    expect(await problemsOf(documentOf(odd))).toEqual([])
    expect(await problemsOf(documentOf([customers], { ...facts, tokenUrl: undefined }))).toEqual([])
  })

  test('offers what can be done to each', () => {
    const { paths } = documentOf([customers, orders, detail('Single', { isSingleton: true })])
    const verbs = Object.entries(paths).map(([path, item]) => [path, Object.keys(item).join(' ')])
    expect(verbs).toEqual([
      ['/Customers', 'get post'],
      ["/Customers(dataAreaId='{dataAreaId}',Id={Id})", 'parameters get patch delete'],
      ['/Orders', 'get'],
      ['/Single', 'get patch'],
    ])
    expect(paths['/Customers']?.post?.requestBody?.content['application/json'].schema).toEqual({
      allOf: [{ $ref: '#/components/schemas/Customers' }, { required: ['Name'] }],
    })
  })

  test('says what the fields hold, and leads to what is in the basket too', () => {
    const { schemas } = documentOf([customers, orders]).components
    expect(schemas.Customers?.properties).toEqual({
      Orders: { type: 'array', items: { $ref: '#/components/schemas/Orders' } },
      dataAreaId: { type: 'string', maxLength: 4 },
      Id: { type: 'integer', format: 'int64' },
      Name: { type: ['string', 'null'], maxLength: 60 },
      IsOpen: { anyOf: [{ $ref: '#/components/schemas/NoYes' }, { type: 'null' }] },
      Tags: { type: 'array', items: { type: 'string' } },
      Since: { type: 'string', format: 'date-time' },
      Address: {},
      RecId: { type: ['integer', 'null'], format: 'int64', readOnly: true },
    })
    expect(schemas.NoYes).toEqual({ type: 'string', enum: ['No', 'Yes'] })
  })
})

test.each([
  ['Edm.String', "(K='{K}')"],
  ['Edm.Int32', '(K={K})'],
  ['Edm.Guid', '(K={K})'],
  ['Edm.DateTimeOffset', '(K={K})'],
  [noYes, `(K=${noYes}'{K}')`],
])('a key of %s stands in the path as %s', (type, path) => {
  expect(toKeySegment(detail('S', { key: ['K'], fields: [field('K', type)] })).path).toBe(path)
})

test('the types of a basket name every field, and an enum makes way for an entity', () => {
  const types = toTypes([customers, orders, detail('NoYes', { enums })])
  expect(types).toContain('  Name: string | null\n')
  expect(types).toContain('  IsOpen: NoYesEnum | null\n')
  expect(types).toContain('  Tags: readonly (string)[]\n')
  expect(types).toContain('  Since: string\n')
  expect(types).toContain('  Address: unknown | null\n')
  expect(types).toContain('  Orders?: readonly Orders[]\n')
  expect(types).toContain('export type Customers_Key = Pick<Customers, "dataAreaId" | "Id">\n')
  expect(types).toContain('export type NoYesEnum = "No" | "Yes"\n')
  expect(types).not.toContain('Elsewhere')
})
