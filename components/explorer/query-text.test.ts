import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toQueryString, withOption } from '@/components/explorer/query-text'

test.each([
  ['', ''],
  ['$top=50', '$top=50'],
  ['?$top=50', '$top=50'],
  ['$top = 50 & $skip = 10', '$top=50&$skip=10'],
  ['$select=Name,dataAreaId&$top=5', '$select=Name,dataAreaId&$top=5'],
  ["$filter=Name eq 'A & B'&$top=5", "$filter=Name%20eq%20'A%20%26%20B'&$top=5"],
  ["$filter=Name eq 'O''Hara & Co'", "$filter=Name%20eq%20'O''Hara%20%26%20Co'"],
  ["$filter=Name eq '100%'", "$filter=Name%20eq%20'100%25'"],
  ["$filter=Name eq '*retail*'", "$filter=Name%20eq%20'*retail*'"],
  ["$filter=Name eq 'a+b'", "$filter=Name%20eq%20'a%2Bb'"],
  ['$filter=a eq 1\n  and b eq 2', '$filter=a%20eq%201%20and%20b%20eq%202'],
  ['$filter=Name%20eq%20%27x%27&$top=5', '$filter=Name%20eq%20%27x%27&$top=5'],
  ['https://contoso.operations.dynamics.com/data/CustomersV3?$top=2', '$top=2'],
  ['https://contoso.operations.dynamics.com/data/CustomersV3', ''],
  ['cross-company=true', 'cross-company=true'],
  ['&&$top=1&', '$top=1'],
])('%j is sent as %j', (typed, sent) => {
  expect(toQueryString(typed)).toBe(sent)
})

test('any literal comes back whole on the other side', () => {
  const literal = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\n]/.test(text))
  fc.assert(
    fc.property(literal, (value) => {
      const quoted = `'${value.replaceAll("'", "''")}'`
      const query = new URLSearchParams(toQueryString(`$filter=Name eq ${quoted}&$top=1`))
      expect(query.get('$top')).toBe('1')
      expect(query.get('$filter')).toBe(`Name eq ${quoted}`)
    }),
  )
})

test.each([
  ['', '$count=true', '$count=true'],
  ['$top=5', '$count=true', '$top=5&$count=true'],
  ['$top=5&', '$count=true', '$top=5&$count=true'],
  ['$count=false&$top=5', '$count=true', '$count=false&$top=5'],
  ["$filter=a eq '&$count=1'", '$count=true', "$filter=a eq '&$count=1'&$count=true"],
])('%j with %j is %j', (text, option, result) => {
  expect(withOption(text, option)).toBe(result)
})
