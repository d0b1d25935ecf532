import { describe, expect, test } from 'vitest'
import { type CostFacts, coachCost } from '@/lib/odata/query/cost-coach'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { printQuery } from '@/lib/odata/query/print-query'
import { customers } from '@/lib/odata/query/test-shape'

const wide = {
  ...customers,
  fields: [
    ...customers.fields,
    ...Array.from({ length: 95 }, (_, index) => ({
      name: `Extra${index}`,
      type: 'Edm.String',
      isKey: false,
    })),
  ],
}
const unread: CostFacts = { entity: null, rows: null }
const known: CostFacts = { entity: customers, rows: null }
const many: CostFacts = { entity: customers, rows: 2_000_000 }
const coach = (text: string, facts: CostFacts) => coachCost(parseQuery('CustomersV3', text), facts)
const codes = (text: string, facts: CostFacts) =>
  coach(text, facts).advice.map(({ code, severity }) => `${severity} ${code}`)

describe('the cost of a query', () => {
  test.each([
    ['$top=50', known, []],
    ['', known, ['caution no_filter']],
    ['', { entity: customers, rows: 300 }, []],
    ['', many, ['costly no_filter', 'costly data_package']],
    ["$filter=Name eq 'x'", many, ['costly data_package']],
    ['$top=500', many, []],
    ['$top=250000', known, ['costly data_package', 'caution no_filter']],
    ['$top=50', { entity: wide, rows: null }, ['note wide_rows']],
    ["$filter=Name eq 'x'", { entity: wide, rows: null }, ['caution wide_rows']],
    ["$filter=Name eq 'x'&$select=Name", { entity: wide, rows: null }, []],
    ["(dataAreaId='usmf',CustomerAccount='1')", { entity: wide, rows: null }, ['note wide_rows']],
    ['cross-company=true&$top=50', known, ['note cross_company_scan']],
    ["cross-company=true&$filter=Name eq 'x'", known, ['caution cross_company_scan']],
    ["cross-company=true&$filter=Name eq 'x' and dataAreaId eq 'usmf'", known, []],
    [
      "cross-company=true&$filter=dataAreaId eq 'usmf' or Name eq 'x'",
      known,
      ['caution cross_company_scan'],
    ],
    ["cross-company=true&$filter=dataAreaId eq 'usmf' or dataAreaId eq 'demf'", known, []],
    ["cross-company=true&$filter=CustomerAccount eq 'US*'", known, []],
    [
      "cross-company=true&$filter=CustomerAccount eq '*1'",
      known,
      ['caution cross_company_scan', 'caution leading_wildcard'],
    ],
    ["$filter=Name eq 'x'&$expand=SalesOrders", known, ['caution expanded_rows']],
    ["$filter=Name eq 'x'&$expand=CustomerGroup", known, ['note expanded_rows']],
    ["$filter=Name eq 'x'&$expand=SalesOrders($top=3)", known, ['note expanded_rows']],
    ['$top=50&$orderby=Name', known, ['caution order_without_key']],
    ['$top=50&$orderby=CustomerAccount desc,Name', known, []],
    ["$filter=dataAreaId eq 'usmf'&$orderby=Name", known, ['note order_without_key']],
    ['$top=50&$skip=10000', known, ['caution deep_skip']],
    ['$top=50&$skip=9999', known, []],
    ["$filter=Name eq 'x*'", known, []],
    ["$filter=Name ne '*x*'&$top=5", known, ['note leading_wildcard']],
    ['$count=true&$top=5', known, ['note count_all']],
  ])('%s with %o: %j', (text, facts, expected) => {
    expect(codes(text, facts)).toEqual(expected)
  })

  test.each([
    [
      '$orderby=Name&$top=5',
      { entity: wide, rows: null },
      'wide_rows',
      '$select=dataAreaId,CustomerAccount,Name&$orderby=Name&$top=5',
    ],
    ['$count=true&$top=5', known, 'count_all', '$top=5'],
    ['$orderby=Name&$top=5', known, 'order_without_key', '$top=5'],
    ['', known, 'no_filter', '$top=100'],
  ])('%s becomes cheaper at a press: %o', (...[text, facts, code, expected]) => {
    const { instead = null } = coach(text, facts).advice.find((one) => one.code === code) ?? {}
    expect(instead && printQuery(instead)).toBe(expected)
  })

  test('it says what it cannot know', () => {
    expect(coach("$filter=Name eq 'x'", unread).unknown).toEqual([
      'how wide its rows are: the catalog has not been read',
      'how many rows it has',
      'which of the fields have an index',
    ])
    expect(coach('$top=5', known).unknown).toEqual([])
    expect(coach('$top=5&$expand=SalesOrders', known).unknown).toEqual([
      'how many rows each relation brings',
    ])
  })
})
