import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CatalogView, checkQuery } from '@/lib/odata/query/check-query'
import { nearestNames } from '@/lib/odata/query/nearest-names'
import { customers, groups } from '@/lib/odata/query/test-shape'

const catalog: CatalogView = {
  entitySet: customers,
  related: new Map([['CustomerGroups', groups]]),
}
const never = "Microsoft.Dynamics.DataEntities.CustVendorBlocked'Never'"

/** What is underlined, why, and what the fixes write there. */
const found = (text: string, view = catalog) =>
  checkQuery(text, view).map(({ code, from, to, fixes }) => [
    code,
    text.slice(from, to),
    ...fixes.map((fix) => fix.text),
  ])

describe('a query that F&O takes', () => {
  test.each([
    '',
    `$filter=OnHoldStatus eq ${never} and ModifiedOn ge 2024-01-31T00:00:00Z&$top=5`,
    "$filter=Name eq '*retail*' or (CreditLimit gt 10.5 and not (IsOneTime eq true))",
    '$filter=PartyNumber eq 5637144576 and RowId ne 00000000-0000-0000-0000-000000000000',
    "$filter=dataAreaId eq 'usmf'&cross-company=true",
    '$filter=Name eq null and CreditLimit mul 2 gt 7 and ModifiedOn gt 2024-01-31',
    "$filter=OnHoldStatus ne Microsoft.Dynamics.DataEntities.CustVendorBlocked'5'",
    '$select=Name, CreditLimit&$orderby=Name desc,CreditLimit&$count=true&$skip=10',
    "$expand=CustomerGroup($select=Description;$filter=Description eq 'a;b')",
    "(dataAreaId='usmf',CustomerAccount='US-001')?$select=Name",
    '?$filter=Name%20eq%20%27x%27',
  ])('%s has no problem', (text) => {
    expect(checkQuery(text, catalog)).toEqual([])
  })
})

describe('names and types of the catalog', () => {
  test.each([
    ["$filter=Nmae eq 'x'", ['unknown_field', 'Nmae', 'Name']],
    ["$filter=name eq 'x'", ['unknown_field', 'name', 'Name']],
    ['$filter=credit gt 5', ['unknown_field', 'credit', 'CreditLimit']],
    ['$select=Name,CredtLimit', ['unknown_field', 'CredtLimit', 'CreditLimit']],
    ['$select=CustomerGroup', ['unknown_field', 'CustomerGroup']],
    ['$orderby=Name,Modified desc', ['unknown_field', 'Modified', 'ModifiedOn']],
    ['$filter=CustomerAccount eq 7', ['wrong_literal', '7', "'7'"]],
    ["$filter=CreditLimit gt '10.5'", ['wrong_literal', "'10.5'", '10.5']],
    ["$filter=PartyNumber eq 'x'", ['wrong_literal', "'x'"]],
    [
      "$filter=ModifiedOn ge '2024-01-31'",
      ['wrong_literal', "'2024-01-31'", '2024-01-31T00:00:00Z'],
    ],
    ["$filter=IsOneTime eq 'true'", ['wrong_literal', "'true'", 'true']],
    [
      "$filter=RowId eq '0f8fad5b-d9cb-469f-a165-70867728950e'",
      [
        'wrong_literal',
        "'0f8fad5b-d9cb-469f-a165-70867728950e'",
        '0f8fad5b-d9cb-469f-a165-70867728950e',
      ],
    ],
    ["$filter=OnHoldStatus eq 'Never'", ['wrong_literal', "'Never'", never]],
    ['$filter=OnHoldStatus eq 5', ['wrong_literal', '5', never]],
    ["$filter='Never' ne OnHoldStatus", ['wrong_literal', "'Never'", never]],
    [
      "$filter=OnHoldStatus eq Microsoft.Dynamics.DataEntities.CustVendorBlocked'Nevr'",
      ['unknown_member', "Microsoft.Dynamics.DataEntities.CustVendorBlocked'Nevr'", never],
    ],
    [`$filter=OnHoldStatus gt ${never}`, ['wrong_operator', 'gt', 'eq', 'ne']],
    ['$expand=CustomerGroups', ['unknown_relation', 'CustomerGroups', 'CustomerGroup']],
    ['$expand=Name', ['unknown_relation', 'Name']],
    ['$expand=CustomerGroup/Lines', ['expand_too_deep', 'CustomerGroup/Lines']],
    ['$expand=CustomerGroup($expand=Lines)', ['expand_too_deep', '$expand']],
    ['$expand=CustomerGroup($select=Descripton)', ['unknown_field', 'Descripton', 'Description']],
    ["$expand=SalesOrders( $filter = X in ('a'))", ['unsupported', "X in ('a')", "X eq 'a'"]],
    ["(CustomerAccount='US-001')", ['key_incomplete', "CustomerAccount='US-001'"]],
    ["(dataAreaId='usmf',Account='x')", ['key_incomplete', "dataAreaId='usmf',Account='x'"]],
    [
      "(dataAreaId='usmf', CustomerAccount=7)",
      ['wrong_literal', 'CustomerAccount=7', "CustomerAccount='7'"],
    ],
    ["$filter=dataAreaId eq 'demf'", ['needs_cross_company', 'dataAreaId']],
    ['?$filter=Nmae%20eq%20%27x%27', ['unknown_field', 'Nmae', 'Name']],
    ['?$filter=%4Emae%20eq%20%27x%27', ['unknown_field', '%4Emae', 'Name']],
  ])('%s: %j', (text, first) => {
    expect(found(text)[0]).toEqual(first)
  })

  test('without a catalog nothing is said of names', () => {
    const unread: CatalogView = { entitySet: null, related: new Map() }
    expect(found("$filter=Nmae eq 7&$expand=X&$select=Y&(A='x')", unread)).toEqual([
      ['unknown_option', '(A'],
    ])
  })

  test('each problem is told in reading order', () => {
    expect(found('$select=Nam&$filter=Crdit gt 1 and Name eq 5').map(([, text]) => text)).toEqual([
      'Nam',
      'Crdit',
      '5',
    ])
  })
})

describe('what F&O does not support is named with what to write instead', () => {
  test.each([
    ["contains(Name,'retail')", "contains(Name,'retail')", "Name eq '*retail*'"],
    ["startswith(Name,'re')", "startswith(Name,'re')", "Name eq 're*'"],
    ["endswith( Name , 'O''H' )", "endswith( Name , 'O''H' )", "Name eq '*O''H'"],
    ["not contains(Name,'x')", "contains(Name,'x')", "(Name eq '*x*')"],
    ["Name in ('a','b') and CreditLimit gt 1", "Name in ('a','b')", "(Name eq 'a' or Name eq 'b')"],
    [`OnHoldStatus has ${never}`, `OnHoldStatus has ${never}`, `OnHoldStatus eq ${never}`],
    ['year(ModifiedOn) eq 2024', 'year(ModifiedOn)'],
    ["tolower(Name) eq 'x'", 'tolower(Name)'],
    ['SalesOrders/any(l:l/Qty gt 1)', 'SalesOrders/any(l:l/Qty gt 1)'],
    ["CustomerGroup/Description eq 'x'", 'CustomerGroup/Description'],
  ])('%s', (filter, underlined, ...instead) => {
    const [problem] = found(`$top=5&$filter=${filter}`)
    expect(problem).toEqual(['unsupported', underlined, ...instead])
  })

  test.each(['$search=x', '$apply=groupby((Name))'])('%s is refused by name', (text) => {
    const [problem] = checkQuery(text, catalog)
    expect(problem).toMatchObject({ code: 'unknown_option', severity: 'error', fixes: [] })
    expect(problem?.message).toContain('F&O does not support')
  })

  test('what it does not support holds in orders, too', () => {
    expect(found('$orderby=CreditLimit add 1 desc')[0]).toEqual([
      'unsupported',
      'CreditLimit add 1',
    ])
  })
})

describe('syntax', () => {
  test.each([
    ["$filter=Name = 'x'", 'syntax', '=', 'eq'],
    ['$filter=CreditLimit >= 5', 'syntax', '>=', 'ge'],
    ["$filter=Name eq 'x' AND CreditLimit gt 5", 'syntax', 'AND', 'and'],
    ['$filter=Name eq "x"', 'syntax', '"x"', "'x'"],
    ["$filter=Name eq 'x", 'syntax', "'"],
    ['$filter=Name eq', 'syntax', 'q'],
    ['$filter=Name eq 1)', 'syntax', ')'],
    ['$select=Name,', 'syntax', ','],
    ['$top=many', 'option_malformed', 'many'],
    ['$count=yes', 'option_malformed', 'yes', 'true', 'false'],
    ['$top=5&$top=6', 'option_repeated', '$top'],
    ["filter=Name eq 'x'", 'unknown_option', 'filter', '$filter'],
    ['$fliter=1', 'unknown_option', '$fliter', '$filter'],
    ['crosscompany=true', 'unknown_option', 'crosscompany', 'cross-company'],
    ['$filter=', 'option_empty', '$filter'],
    ['(dataAreaId=usmf)', 'syntax', 'dataAreaId'],
  ])('%s: %s at %j', (text, ...problem) => {
    expect(found(text)[0]).toEqual(problem)
  })

  test('any text is checked, and every span lies in it', () => {
    const scraps = fc
      .array(
        fc.constantFrom(
          ...[
            '$filter=',
            '$select=',
            '$orderby=',
            '$expand=CustomerGroup(',
            '&',
            ' ',
            "'",
            '(',
            ')',
          ],
          ...['Name', ' eq ', ' and ', ' in ', 'not ', '%41', ';', '?', '=', '"', 'contains(Name,'],
          ...["'x'", '5', never, '\n', ',', '/', 'has', '$top=x'],
        ),
        { maxLength: 14 },
      )
      .map((all) => all.join(''))
    fc.assert(
      fc.property(scraps, (text) => {
        for (const { from, to } of checkQuery(text, catalog)) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 400 },
    )
  })
})

test.each([
  ['custmeraccount', ['CustomerAccount']],
  ['Nmae', ['Name']],
  ['Account', ['CustomerAccount']],
  ['xyzzy', []],
])('near %s are %j', (name, near) => {
  expect(
    nearestNames(
      name,
      customers.fields.map((field) => field.name),
    ),
  ).toEqual(near)
})
