import { expect, test } from 'vitest'
import { touchedByAddress, touchedEntitySets } from '@/lib/access/touched-entity-sets'

test.each([
  ['CustomersV3', ''],
  ['CustomersV3', "?$top=5&$filter=Name eq 'a/b'&cross-company=true"],
  ['CustomersV3', "$filter=Name eq 'it''s a/b' and City eq 'x'&$orderby=Name desc"],
  ["CustomersV3(dataAreaId='usmf',CustomerAccount='1')", ''],
  ['CustomersV3/$count', ''],
])('%s%s touches the set that it names', (path, query) => {
  expect(touchedEntitySets(path.split('/'), query)).toEqual(['CustomersV3'])
})

test.each([
  ['another set by navigation', 'CustomersV3(1)/Orders', ''],
  ['a value of a property', 'CustomersV3(1)/Name', ''],
  ['an expanded set', 'CustomersV3', '$expand=Orders'],
  ['an expanded set in capitals', 'CustomersV3', '$EXPAND=Orders'],
  ['an option without its dollar', 'CustomersV3', 'expand=Orders'],
  ['a set in a filter', 'CustomersV3', '$filter=Orders/any(o: o/Total gt 5)'],
  [
    'a set after a text that ends early',
    'CustomersV3',
    "$filter=Name eq '' or Group/Secret eq 'x'",
  ],
  ['a set in an order', 'CustomersV3', '$orderby=Group/Name'],
  ['a set in a selection', 'CustomersV3', '$select=Group/Name'],
  ['an aggregation', 'CustomersV3', '$apply=groupby((Group/Name))'],
  ['computed values', 'CustomersV3', '$compute=Group/Name as X'],
  ['a batch', '$batch', ''],
  ['all sets', '$crossjoin(CustomersV3,Orders)', ''],
  ['an entity by its id', '$entity', '$id=Orders(1)'],
  ['an action', 'Microsoft.Dynamics.DataEntities.Act', ''],
  ['nothing', '', ''],
])('it cannot be told what %s touches', (_what, path, query) => {
  expect(touchedEntitySets(path.split('/'), query)).toBeUndefined()
})

test.each(['%E0%A4%A', '%2F', 'A%2FB'])(
  'an address such as %s touches nothing that is known',
  (path) => {
    expect(touchedByAddress({ path, query: '' })).toBeUndefined()
  },
)
