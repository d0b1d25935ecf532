import { expect, test } from 'vitest'
import { findSets, searchNames } from '@/components/data/found-sets'
import { searchCatalog } from '@/lib/odata/search/catalog-search'
import type { SearchData } from '@/lib/odata/search/search-data'

const names = [
  'AllocationRules',
  'CustomersV3',
  'CustomerGroups',
  'PurchaseOrderHeadersV2',
  'SalesOrderHeadersV2',
  'SalesOrderLines',
]
const find = searchNames(names)
const found = (text: string) => find(text).sets.map((set) => set.name)

test('without text there is every set, by name', () => {
  expect(found(' ')).toEqual(names.toSorted())
})

test.each([
  ['customersv3', ['CustomersV3']],
  ['cust', ['CustomersV3', 'CustomerGroups']],
  ['sales line', ['SalesOrderLines']],
  ['soh', ['SalesOrderHeadersV2']],
  ['zzz', []],
])('among names alone %j finds %j', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

const data: SearchData = {
  sets: [
    {
      name: 'CustomersV3',
      type: 'N.Customer',
      isSingleton: false,
      isReadOnly: true,
      isPerCompany: true,
      label: -1,
      keyParts: 2,
      fields: [0],
    },
  ],
  fields: { names: ['CreditLimit'], types: [0], labels: [-1] },
  types: ['Edm.Decimal'],
  labels: [],
  enums: {},
}
const inCatalog = (text: string) => findSets(data, searchCatalog(data), text)

test('a set that was found by its field says by which, and where in it', () => {
  expect(inCatalog('limit')).toEqual({
    text: 'limit',
    total: 1,
    sets: [
      {
        name: 'CustomersV3',
        isReadOnly: true,
        isPerCompany: true,
        isSingleton: false,
        stretches: [],
        why: { by: 'field', text: 'CreditLimit', stretches: [[6, 11]], field: 'CreditLimit' },
      },
    ],
  })
})

test('a set that was found by its name needs no other reason', () => {
  expect(inCatalog('cust').sets[0]).toMatchObject({ stretches: [[0, 4]], why: null })
})

test('no more are handed over than anybody scrolls through, and the number of all is told', () => {
  const many = searchNames(Array.from({ length: 1500 }, (_, index) => `Order${index}`))
  expect(many('order').sets).toHaveLength(1000)
  expect(many('order').total).toBe(1500)
  expect(many('').sets).toHaveLength(1500)
})
