import { expect, test } from 'vitest'
import { namesOf, toColumns } from '@/components/explorer/grid/columns'
import { testDetail } from '@/components/explorer/grid/test-detail'
import { isJsonObject, type JsonObject, parseExactJson } from '@/lib/odata/rows/exact-json'

function rowsOf(json: string): readonly JsonObject[] {
  const rows = parseExactJson(json)
  return Array.isArray(rows) ? rows.filter(isJsonObject) : []
}
const columnsOf = (json: string) => toColumns(namesOf(rowsOf(json)), rowsOf(json))

test('columns come in the order of the first row that has them, without annotations', () => {
  const columns = columnsOf(
    '[{"@odata.etag":"x","dataAreaId":"usmf","Name@odata.type":"#x"},{"dataAreaId":"usmf","Extra":1}]',
  )
  expect(columns.map((column) => column.name)).toEqual(['dataAreaId', 'Extra'])
})

test('without a catalog a column stands to the right where every told value is a number', () => {
  const columns = columnsOf(
    '[{"Amount":null,"Mixed":1,"Nothing":null},{"Amount":2.5,"Mixed":"x","Nothing":null}]',
  )
  expect(columns.map((column) => column.align)).toEqual(['right', 'left', 'left'])
})

test('with a catalog its types decide', () => {
  const columns = toColumns(['Amount', 'Status', 'Other'], [], testDetail)
  expect(columns.map(({ kind, align }) => [kind, align])).toEqual([
    ['decimal', 'right'],
    ['enum', 'left'],
    ['unknown', 'left'],
  ])
  expect(columns[1]?.choice?.members).toHaveLength(1)
})

test('widths follow the content between a least and a most', () => {
  const long = 'x'.repeat(500)
  const [narrow, wide, headed] = columnsOf(
    `[{"A":"x","B":"${long}","AnUnusuallyLongColumnName":1}]`,
  )
  expect(narrow?.widthRem).toBe(4.5)
  expect(wide?.widthRem).toBe(21)
  expect(headed?.widthRem).toBeGreaterThan(10)
})

test('no rows have no columns', () => {
  expect(columnsOf('[]')).toEqual([])
})
