import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchCatalog } from '@/lib/odata/search/catalog-search'
import type { SearchData } from '@/lib/odata/search/search-data'
import { rankOf, ranks, toNeedle, toTyped } from '@/lib/odata/search/words'

const fields = ['CustomerAccount', 'IsBlocked', 'Name', 'VendorAccount', 'ItemNumber']
const set = (name: string, own: string[], label = -1): SearchData['sets'][number] => ({
  name,
  type: `N.${name}`,
  isSingleton: false,
  isReadOnly: false,
  isPerCompany: true,
  label,
  keyParts: 1,
  fields: own.map((field) => fields.indexOf(field)),
})
const data: SearchData = {
  sets: [
    set('CustomersV3', ['CustomerAccount', 'Name', 'IsBlocked'], 0),
    set('CustomerGroups', ['Name']),
    set('Customers', ['CustomerAccount']),
    set('VendorsV2', ['VendorAccount', 'Name'], 1),
    set('SalesOrderHeadersV2', ['CustomerAccount']),
    set('AccountantsCustomers', ['Name']),
    set('ReleasedProductsV2', ['ItemNumber'], 3),
  ],
  fields: { names: fields, types: [0, 1, 0, 0, 0], labels: [2, -1, -1, -1, -1] },
  types: ['Edm.String', 'N.BlockedState'],
  labels: ['@SYS1', 'Vendors in the house', '@SYS2', '@SYS9'],
  enums: { 'N.BlockedState': ['Never', 'InvoiceOnly'] },
}
const labels = { '@SYS1': 'Debitoren', '@SYS2': 'Debitorenkonto' }
const search = searchCatalog(data, labels)
const names = (text: string, limit = 10) =>
  search.find(text, { limit }).map((hit) => data.sets[hit.set]?.name)

describe('a catalog is searched', () => {
  test('with the exact name first, then beginnings, words, parts', () => {
    expect(names('customers').slice(0, 3)).toEqual([
      'Customers',
      'CustomersV3',
      'AccountantsCustomers',
    ])
    expect(names('customer')[0]).toBe('Customers')
  })

  test.each([
    ['cust gr', 'CustomerGroups', 'name'],
    ['sal or he', 'SalesOrderHeadersV2', 'name'],
    ['SOH', 'SalesOrderHeadersV2', 'name'],
    ['orderhead', 'SalesOrderHeadersV2', 'name'],
    ['debitoren', 'CustomersV3', 'label'],
    ['house', 'VendorsV2', 'label'],
    ['vend acc', 'VendorsV2', 'field'],
    ['debitorenkonto', 'Customers', 'field-label'],
    ['invoiceonly', 'CustomersV3', 'enum-member'],
    ['itemnumber', 'ReleasedProductsV2', 'field'],
  ])('by %s for %s', (text, name, by) => {
    const hit = search
      .find(text, { limit: 20 })
      .find((found) => data.sets[found.set]?.name === name)
    expect(hit).toMatchObject({ by })
  })

  test('understands the words of a field, and says which sets hold it', () => {
    const hits = search.find('cust acc', { limit: 10 })
    const holders = hits.filter(({ by }) => by === 'field').map((hit) => data.sets[hit.set]?.name)
    expect(holders).toEqual(
      expect.arrayContaining(['CustomersV3', 'Customers', 'SalesOrderHeadersV2']),
    )
    expect(hits.find(({ by }) => by === 'field')).toMatchObject({
      field: 'CustomerAccount',
      text: 'CustomerAccount',
      stretches: [
        [0, 4],
        [8, 11],
      ],
    })
  })

  test.each(['customera', 'customeraccount', 'accountcust', 'vendor acc', 'vendorac'])(
    'beyond the words of a field: %s',
    (text) => {
      const joined = text.replace(' ', '')
      const has = (name: string) => name.toLowerCase().includes(joined)
      const holders = data.sets.filter((one) =>
        one.fields.some((field) => has(fields[field] ?? '')),
      )
      const found = search.find(text, { limit: 20 }).filter(({ by }) => by === 'field')
      expect(found.map((hit) => data.sets[hit.set]?.name).sort()).toEqual(
        holders.map(({ name }) => name).sort(),
      )
    },
  )

  test('marks what fits inside the member of an enum', () => {
    const [hit] = search.find('invoice', { limit: 1 })
    expect(hit).toMatchObject({ text: 'BlockedState.InvoiceOnly', stretches: [[13, 20]] })
  })

  test('only among the sets that hold a field, where that is asked for', () => {
    const hits = search.find('', { limit: 10, withField: 'customeraccount' })
    expect(hits.map((hit) => data.sets[hit.set]?.name)).toEqual([
      'Customers',
      'CustomersV3',
      'SalesOrderHeadersV2',
    ])
    expect(search.find('sales', { limit: 10, withField: 'CustomerAccount' })).toHaveLength(1)
    expect(search.find('', { limit: 10, withField: 'Nothing' })).toEqual([])
  })

  test('without a word: all of them, by name, as many as asked for', () => {
    expect(names('', 3)).toEqual(['AccountantsCustomers', 'CustomerGroups', 'Customers'])
    expect(names('   ', 99)).toHaveLength(7)
  })

  test('never finds what does not fit, and never breaks, whatever is typed', () => {
    expect(names('zzz')).toEqual([])
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const hit of search.find(text, { limit: 5 })) {
          for (const [from, to] of hit.stretches) {
            expect(from).toBeGreaterThanOrEqual(0)
            expect(to).toBeLessThanOrEqual(hit.text.length)
            expect(to).toBeGreaterThan(from)
          }
        }
      }),
    )
  })
})

describe('words', () => {
  test.each([
    ['CustomerAccount', [0, 8]],
    ['ACOCostType_BR', [0, 3, 7, 12]],
    ['SalesOrderHeadersV2', [0, 5, 10, 17, 18]],
    ['dataAreaId', [0, 4, 8]],
    ['Free text, two', [0, 5, 11]],
  ])('of %s begin at %j', (name, starts) => {
    expect(toNeedle(name).starts).toEqual(starts)
  })

  test('a name always fits itself exactly, its beginning as a beginning', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,8}([A-Z][a-z]{2,8}){1,3}$/)
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 5 }), (text, length) => {
        const needle = toNeedle(text)
        expect(rankOf(needle, toTyped(text))).toBe(ranks.exact)
        expect(rankOf(needle, toTyped(text.slice(0, length)))).toBe(ranks.prefix)
        const words = text.match(/[A-Z][a-z]+/g) ?? []
        const typed = words.map((word) => word.slice(0, 2)).join(' ')
        expect(rankOf(needle, toTyped(typed))).toBeGreaterThanOrEqual(ranks.words)
      }),
    )
  })
})
