import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { testEnvironment } from '@/lib/sandbox/finops/test-environment'

const folder = fileURLToPath(new URL('../../../../shared/responses/', import.meta.url))
const isThere = existsSync(folder)
if (!isThere) process.stderr.write(`Real answers are not at ${folder}: their tests are skipped\n`)

const { send } = testEnvironment()
const full = { accept: 'application/json;odata.metadata=full' }
const post = (body: object) => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

/** The shape of a JSON value: names and kinds without the values; of an array only the first item. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length > 0 ? [shapeOf(value[0])] : []
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
}

/** Order of names does not matter; the context says which fields follow. */
const contextOf = (json: { '@odata.context'?: string }) =>
  json['@odata.context']?.replace(/^.*\/(data|metadata)\//, '/$1/')

describe.skipIf(!isThere)('answers have the shape of the real ones', () => {
  test.each([
    [
      'real_CustomerGroup_by_key.json',
      "/data/CustomerGroups(dataAreaId='usmf',CustomerGroupId='10')",
      {},
    ],
    ['real_CustomerGroups_top1.json', '/data/CustomerGroups?$top=1', {}],
    ['real_CustomerGroups_top1_skip1.json', '/data/CustomerGroups?$top=1&$skip=1', {}],
    ['real_CustomerGroups_count_top1.json', '/data/CustomerGroups?$count=true&$top=1', {}],
    [
      'real_CustomerGroups_count_filter.json',
      "/data/CustomerGroups?$count=true&$filter=CustomerGroupId eq '10'",
      {},
    ],
    [
      'real_CustomerGroups_select.json',
      '/data/CustomerGroups?$select=dataAreaId,CustomerGroupId',
      {},
    ],
    [
      'real_SalesOrderHeadersV2_expand_select.json',
      '/data/SalesOrderHeadersV2?$top=1&$select=SalesOrderNumber&$expand=SalesOrderLines($select=InventoryLotId,ItemNumber,SalesOrderNumber)',
      {},
    ],
    ['real_error_404_no_route_partial_key.json', "/data/CustomersV3('174')", {}],
    ['real_metadata_DataEntities_item.json', '/metadata/DataEntities', { item: true }],
    ['real_metadata_PublicEnumerations_item.json', '/metadata/PublicEnumerations', { item: true }],
    [
      'real_metadata_Labels_entity.json',
      "/metadata/Labels(Id='@Practice:CustomersV3',Language='en-GB')",
      {},
    ],
    ['real_service_document_excerpt.json', '/data', {}],
    ['reported_error_segment_not_found_dmf.json', '/data/Nothing', {}],
    [
      'real_error_400_or_500_customer_group_missing.json',
      '/data/CustomersV3',
      { post: { OrganizationName: 'x', CustomerGroupId: 'Local' } },
    ],
  ] as [string, string, { item?: boolean; post?: object }][])(
    '%s: %s',
    async (...[file, path, how]) => {
      const real = JSON.parse(readFileSync(folder + file, 'utf8'))
      const response = await send(path, how.post ? post(how.post) : {})
      const body = await response.json()
      const ours = how.item ? body.value[0] : body
      expect(shapeOf(ours)).toEqual(shapeOf(real))
      if (!how.item) expect(contextOf(ours)).toBe(contextOf(real))
    },
  )

  test('a row with full metadata carries every annotation that the real one carries', async () => {
    const real = JSON.parse(readFileSync(`${folder}real_CustomerGroups_metadata_full.json`, 'utf8'))
    const ours = await (await send('/data/CustomerGroups?$top=1', { headers: full })).json()
    const names = (row: object) =>
      Object.keys(row).filter(
        (name) => !/(?:Link|^Prospects.*|^DimensionSet.*)$/.test(name) || name.startsWith('@'),
      )
    expect(names(ours.value[0])).toEqual(names(real.value[0]))
  })
})
