import { expect, test } from 'vitest'
import { toColumns } from '@/components/explorer/columns'

test('columns come in the order of the first row that has them, without annotations', () => {
  const rows = [
    { '@odata.etag': 'W/"1"', dataAreaId: 'usmf', Name: 'A', 'Name@odata.type': '#Edm.String' },
    { dataAreaId: 'usmf', Extra: 1 },
  ]
  expect(toColumns(rows).map((column) => column.name)).toEqual(['dataAreaId', 'Name', 'Extra'])
})

test('a column stands to the right only where every told value is a number', () => {
  const rows = [
    { Amount: null, Mixed: 1, Nothing: null },
    { Amount: 2.5, Mixed: 'x', Nothing: null },
  ]
  expect(toColumns(rows).map((column) => column.align)).toEqual(['right', 'left', 'left'])
})

test('widths follow the content between a least and a most', () => {
  const [narrow, wide, headed] = toColumns([
    { A: 'x', B: 'x'.repeat(500), AnUnusuallyLongColumnName: 1 },
  ])
  expect(narrow?.widthRem).toBe(4.5)
  expect(wide?.widthRem).toBe(21)
  expect(headed?.widthRem).toBeGreaterThan(10)
})

test('no rows have no columns', () => {
  expect(toColumns([])).toEqual([])
})
