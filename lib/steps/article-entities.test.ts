import { expect, test } from 'vitest'
import { matchArticleEntities } from '@/lib/steps/article-entities'

const setsOf = (names: readonly string[]) =>
  Object.fromEntries(matchArticleEntities(names).map((match) => [match.meaning, match.entitySet]))

test('a real environment has the five under other names, and it is said', () => {
  const names = [
    'Customers',
    'CustomersV3',
    'VendorsV2',
    'SalesOrderHeaders',
    'SalesOrderHeadersV2',
    'ReleasedProductsV2',
    'LedgerJournalHeaders',
    'Others',
  ]
  expect(setsOf(names)).toEqual({
    customers: 'CustomersV3',
    vendors: 'VendorsV2',
    'sales-orders': 'SalesOrderHeadersV2',
    'released-products': 'ReleasedProductsV2',
    'ledger-journals': 'LedgerJournalHeaders',
  })
  const [customers, vendors] = matchArticleEntities(names)
  expect(vendors?.note).toBe(
    'The article says VendVendors; in this environment it is called VendorsV2.',
  )
  expect(customers?.note).toContain('the newer one')
})

test('the article’s own names are taken where they are all there is', () => {
  const names = [
    'Customers',
    'VendVendors',
    'SalesOrderHeaders',
    'InventItems',
    'LedgerJournalTables',
  ]
  expect(Object.values(setsOf(names))).toEqual(names)
  expect(matchArticleEntities(names).every(({ note }) => note === null)).toBe(true)
})

test('what is missing is told, not guessed', () => {
  const matches = matchArticleEntities(['CustomersV4Staging'])
  expect(matches.map(({ entitySet }) => entitySet)).toEqual([null, null, null, null, null])
  expect(matches[0]?.note).toContain('no set')
})

test('names come back as the environment writes them', () => {
  expect(setsOf(['customersv3'])).toMatchObject({ customers: 'customersv3' })
})
