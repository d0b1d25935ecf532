import { expect, test } from 'vitest'
import { dressSearch, findSets, noDress, searchNames } from '@/components/data/found-sets'
import type { EntityFact } from '@/lib/contract/catalog-facts'
import type { SearchData } from '@/lib/odata/search/search-data'

const names = [
  'AllocationRules',
  'CustomersV3',
  'CustomerGroups',
  'PurchaseOrderHeadersV2',
  'SalesOrderHeadersV2',
  'SalesOrderLines',
]
const known = { names, facts: [], labels: {} }
const find = searchNames(known)
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
const inCatalog = (text: string) => findSets(dressSearch(data, noDress), text)

test('a set that was found by its field says by which, and where in it', () => {
  expect(inCatalog('limit')).toEqual({
    text: 'limit',
    category: null,
    total: 1,
    sets: [
      {
        name: 'CustomersV3',
        isReadOnly: true,
        isPerCompany: true,
        isSingleton: false,
        label: null,
        category: null,
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
  const many = searchNames({
    ...known,
    names: Array.from({ length: 1500 }, (_, index) => `Order${index}`),
  })
  expect(many('order').sets).toHaveLength(1000)
  expect(many('order').total).toBe(1500)
  expect(many('').sets).toHaveLength(1500)
})

function fact(name: string, facts: Partial<EntityFact>): EntityFact {
  const { type, dataEntity, labelId, category } = {
    type: name,
    dataEntity: null,
    labelId: null,
    category: null,
    ...facts,
  }
  return {
    name,
    type,
    dataEntity,
    labelId,
    category,
    isReadOnly: facts.isReadOnly === true,
    isDataManagement: null,
    tags: [],
  }
}

test('before there is a catalog, sets are found by their labels and narrowed to a category', () => {
  const search = searchNames({
    names,
    facts: [
      fact('CustomersV3', { labelId: '@AR:Cust', category: 'Master', isReadOnly: true }),
      fact('CustomerGroups', { labelId: '@AR:Groups', category: 'Reference' }),
    ],
    labels: { '@AR:Cust': 'Debitoren V3' },
  })
  expect(search('debitoren').sets).toMatchObject([
    { name: 'CustomersV3', label: 'Debitoren V3', isReadOnly: true, why: { by: 'label' } },
  ])
  expect(search('groups').sets).toMatchObject([{ name: 'CustomerGroups', label: null }])
  expect(search('', 'Reference')).toMatchObject({ total: 1, sets: [{ name: 'CustomerGroups' }] })
  expect(search('cust', 'Transaction').total).toBe(0)
})

test('in a catalog, a set is found by the label of its field in the language that is read', () => {
  const labelled = { ...data, fields: { ...data.fields, labels: [0] }, labels: ['@AR:Limit'] }
  const dress = { labels: { '@AR:Limit': 'Kreditlimit' }, categories: {} }
  expect(findSets(dressSearch(labelled, dress), 'kreditl').sets[0]?.why).toMatchObject({
    by: 'field-label',
    text: 'Kreditlimit',
    field: 'CreditLimit',
  })
})
