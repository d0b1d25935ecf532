import { expect, test } from 'vitest'
import { joinPages } from '@/lib/odata/rows/join-pages'
import { PageScan, type ScannedPage } from '@/lib/odata/rows/scan-page'

function pageOf(json: string): ScannedPage {
  const scan = new PageScan()
  scan.push(new TextEncoder().encode(json))
  return scan.end()
}

test('pages become one with the rows of all, the first head and the last tail', () => {
  const joined = joinPages(
    pageOf(
      '{"@odata.context":"é","@odata.count":3,"value":[{"A":1},{"A":"ü, ]"}],"@odata.nextLink":"2"}',
    ),
    [
      pageOf('{"value":[],"@odata.nextLink":"3"}'),
      pageOf('{"value":[ {"A":9007199254740993,"B":null} ]}'),
    ],
  )
  expect(new TextDecoder().decode(joined.bytes)).toBe(
    '{"@odata.context":"é","@odata.count":3,"value":[{"A":1},{"A":"ü, ]"}, {"A":9007199254740993,"B":null} ]}',
  )
  expect(joined.rows?.length).toBe(3)
  expect(joined.rows?.names).toEqual(['A', 'B'])
  expect(joined.rows?.textAt(2)).toBe('{"A":9007199254740993,"B":null}')
})

test('rows that come after an empty first page stay a list', () => {
  const joined = joinPages(pageOf('{"value":[],"@odata.nextLink":"2"}'), [
    pageOf('{"value":[{"A":1}]}'),
  ])
  expect(new TextDecoder().decode(joined.bytes)).toBe('{"value":[{"A":1}]}')
})

test('what is no page is left as it is', () => {
  const single = pageOf('{"A":1}')
  expect(joinPages(single, [pageOf('{"value":[{"A":1}]}')])).toBe(single)
})
