import { describe, expect, test } from 'vitest'
import { printLiteral } from '@/lib/odata/literal'
import { companyOf, withCompany } from '@/lib/odata/query/company'
import { defaultLiteral, fieldText, toFieldLiteral } from '@/lib/odata/query/field-literal'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { printQuery } from '@/lib/odata/query/print-query'
import { customers } from '@/lib/odata/query/test-shape'

describe('values as people give them', () => {
  test.each([
    ['Edm.String', "O'Hara", "'O''Hara'"],
    ['Edm.String', '', "''"],
    ['Microsoft.Dynamics.DataEntities.NoYes', 'Yes', "Microsoft.Dynamics.DataEntities.NoYes'Yes'"],
    ['Edm.Int32', ' 7 ', '7'],
    ['Edm.Int64', '9223372036854775807', '9223372036854775807'],
    ['Edm.Decimal', '-10.50', '-10.50'],
    ['Edm.Decimal', '7', '7'],
    ['Edm.Boolean', 'true', 'true'],
    ['Edm.Date', '2024-01-31', '2024-01-31'],
    ['Edm.DateTimeOffset', '2024-01-31', '2024-01-31T00:00:00Z'],
    ['Edm.DateTimeOffset', '2024-01-31 08:05', '2024-01-31T08:05:00Z'],
    ['Edm.DateTimeOffset', '2024-01-31T08:05:09.25+02:00', '2024-01-31T08:05:09.25+02:00'],
    ['Edm.Guid', '0F8FAD5B-D9CB-469F-A165-70867728950E', '0F8FAD5B-D9CB-469F-A165-70867728950E'],
    ['Edm.Duration', 'PT1H', "duration'PT1H'"],
  ])('for %s, %j is written %s', (type, text, written) => {
    const literal = toFieldLiteral(type, text)
    expect(literal && printLiteral(literal)).toBe(written)
  })

  test.each([
    ['Edm.Int32', '2147483648'],
    ['Edm.Int32', '1.5'],
    ['Edm.Int64', 'x'],
    ['Edm.Decimal', ''],
    ['Edm.Boolean', 'yes'],
    ['Edm.Date', '31.01.2024'],
    ['Edm.DateTimeOffset', '2024-13-01'],
    ['Edm.Guid', '123'],
    ['Microsoft.Dynamics.DataEntities.NoYes', ''],
  ])('%s cannot be %j', (type, text) => {
    expect(toFieldLiteral(type, text)).toBeUndefined()
  })

  test('a new condition begins with a value of its field’s type', () => {
    for (const { type } of customers.fields) {
      const literal = defaultLiteral(customers, type, '2024-05-06')
      expect(toFieldLiteral(type, fieldText(literal))).toEqual(literal)
    }
  })
})

describe('the company of a query', () => {
  test.each([
    ['', null],
    ["$filter=dataAreaId eq 'usmf'", 'usmf'],
    ["$filter=Name eq 'x' and dataAreaId eq 'usmf'", 'usmf'],
    ["$filter=Name eq 'x' or dataAreaId eq 'usmf'", null],
    ["$filter=dataAreaId eq 'usmf' or dataAreaId eq 'demf'", null],
    ["$filter=dataAreaId ne 'usmf'", null],
  ])('%s: %j', (text, company) => {
    expect(companyOf(parseQuery('Set', text))).toBe(company)
  })

  test.each([
    ['', 'demf', "cross-company=true&$filter=dataAreaId eq 'demf'"],
    [
      "$filter=dataAreaId eq 'usmf' and A eq 1",
      'demf',
      "cross-company=true&$filter=dataAreaId eq 'demf' and A eq 1",
    ],
    [
      '$filter=A eq 1 or B eq 2',
      'demf',
      "cross-company=true&$filter=dataAreaId eq 'demf' and (A eq 1 or B eq 2)",
    ],
    [
      "cross-company=true&$filter=dataAreaId eq 'demf' and A eq 1",
      null,
      'cross-company=true&$filter=A eq 1',
    ],
    ['$filter=A eq 1 or B eq 2', null, '$filter=A eq 1 or B eq 2'],
  ])('%s for %j is %s', (text, company, expected) => {
    expect(printQuery(withCompany(parseQuery('Set', text), company))).toBe(expected)
  })
})
