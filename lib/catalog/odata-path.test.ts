import { expect, test } from 'vitest'
import { toODataPath, toODataQuery } from '@/lib/catalog/odata-path'

test.each([
  [[], ''],
  [['CustomersV3'], 'CustomersV3'],
  [['$metadata'], '$metadata'],
  [
    ["CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')"],
    "CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')",
  ],
  [["Items(ItemNumber='A/B 1')"], "Items(ItemNumber='A%2FB%201')"],
  [["Items(ItemNumber='O''Neil?')"], "Items(ItemNumber='O''Neil%3F')"],
  [["Items(ItemNumber='50% #1')"], "Items(ItemNumber='50%25%20%231')"],
  [['CustomersV3', '$count'], 'CustomersV3/$count'],
  [["Items('Grüße')"], "Items('Gr%C3%BC%C3%9Fe')"],
])('%j is sent as %s', (segments, path) => {
  expect(toODataPath(segments)).toBe(path)
})

test.each([
  [['..', 'api']],
  [['.']],
  [['CustomersV3', '..', '..', 'namespaces']],
  [['', 'evil.example']],
  [['https:', '', 'evil.example']],
  [['https://evil.example']],
  [['a/b']],
  [['a\\..\\b']],
  [["Items('a/../../b')"]],
  [["Items('a\\..\\b')"]],
  [['%2e%2e']],
  [['%252e']],
  [["Items('%2fapi')"]],
  [['CustomersV3?$top=1']],
  [['CustomersV3#x']],
  [["Items('unclosed/b)"]],
  [['Customers\r\nHost: evil']],
  [['a\u0000b']],
  [['\ud800']],
  [Array.from({ length: 21 }, () => 'a')],
  [['a'.repeat(4001)]],
])('%j is refused', (segments) => {
  expect(() => toODataPath(segments)).toThrow(expect.objectContaining({ code: 'bad_path' }))
})

test.each([
  ['', ''],
  ['?', ''],
  ['$top=20', '$top=20'],
  ['?$top=20&cross-company=true', '$top=20&cross-company=true'],
  ["$filter=Name%20eq%20'*retail*'", "$filter=Name%20eq%20'*retail*'"],
  ["$filter=Name eq 'a%3F+b'", "$filter=Name eq 'a%3F+b'"],
])('the query %j is passed on as %j', (query, sent) => {
  expect(toODataQuery(query)).toBe(sent)
})

test.each([
  ['$top=1?$skip=2'],
  ['$top=1#frag'],
  ['$top=1\r\nHost: evil'],
  ['$filter=Name eq %00'],
  ['$top=1%0d%0aX-Evil: 1'],
  ['$top=%7F'],
  [`$filter=${'a'.repeat(16_000)}`],
])('the query %j is refused', (query) => {
  expect(() => toODataQuery(query)).toThrow(expect.objectContaining({ code: 'bad_query' }))
})
