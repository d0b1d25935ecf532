import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQueryText } from '@/lib/odata/query/query-text'
import { toQueryString, toRequest } from '@/lib/odata/query/to-request'

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
  [
    "(dataAreaId='usmf',CustomerAccount='US-001')",
    "CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')",
    '',
  ],
  [" ( 'a/b?c' ) ? $select=Name", "CustomersV3('a%2Fb%3Fc')", '$select=Name'],
  ["(A='(',B=')')?$top=1", "CustomersV3(A='(',B=')')", '$top=1'],
  ["(A='x?$top=1", "CustomersV3(A='x)", '$top=1'],
  ['(A=%27x%2Fy%27)?$top=1', "CustomersV3(A='x%2Fy')", '$top=1'],
  ["https://a.test/data/CustomersV3(A='x')?$top=1", "CustomersV3(A='x')", '$top=1'],
  ["https://a.test/data/CustomersV3(A='x')", "CustomersV3(A='x')", ''],
])('%j asks for one row: %s', (typed, path, query) => {
  expect(toRequest('CustomersV3', typed)).toEqual({ path, query })
})

test.each([
  "$top = 5 & $filter = Name eq 'A & B' & x",
  '?$filter=Name%20eq%20%27%C3%A9%27&$select=Name',
  "(A='x')?$filter=Name eq 'x'",
  "https://a.test/data/CustomersV3?$filter=Name eq 'x'",
])('every name and value of %j is found where it stands', (text) => {
  const { options, isEncoded } = readQueryText(text)
  expect(options.length).toBeGreaterThan(0)
  for (const option of options) {
    const { name, nameSpan, value, spanOf } = option
    expect(text.slice(nameSpan.from, nameSpan.to)).toBe(name)
    const whole = spanOf(0, value?.length ?? 0)
    const raw = text.slice(whole.from, whole.to)
    expect(isEncoded ? decodeURIComponent(raw) : raw).toBe(value ?? '')
  }
})
