import { expect, test } from 'vitest'
import { searchEntitySets } from '@/components/explorer/search-entity-sets'

const names = [
  'AllocationRules',
  'CustomersV3',
  'CustomerGroups',
  'PurchaseOrderHeadersV2',
  'ReleasedCustomers',
  'SalesOrderHeadersV2',
  'SalesOrderLines',
  'VendVendorsOrders',
  'Reorderings',
]
const sets = names.map((name) => ({ name, url: name }))
const found = (text: string) => searchEntitySets(sets, text).map((set) => set.name)

test('without text everything stays in its own order', () => {
  expect(found('  ')).toEqual(names)
})

test.each([
  ['customersv3', ['CustomersV3']],
  ['cust', ['CustomersV3', 'CustomerGroups', 'ReleasedCustomers']],
  ['order sales', ['SalesOrderLines', 'SalesOrderHeadersV2']],
  ['soh', ['SalesOrderHeadersV2']],
  ['header 2', ['SalesOrderHeadersV2', 'PurchaseOrderHeadersV2']],
  ['nothing here', []],
])('%j finds %j', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('the beginning of a word inside comes before letters in the middle of one', () => {
  const order = found('order')
  expect(order.at(-1)).toBe('Reorderings')
  expect(order).toContain('VendVendorsOrders')
})
