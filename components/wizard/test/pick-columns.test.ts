import { expect, test } from 'vitest'
import { countColumns, pickColumns, toCell } from '@/components/wizard/test/pick-columns'

const rows = [
  { '@odata.etag': 'W/"1"', dataAreaId: 'usmf', Fax: '', Name: 'A', Since: '1900-01-01T12:00:00Z' },
  { '@odata.etag': 'W/"2"', dataAreaId: 'usmf', Fax: '', Name: null, Phone: '1' },
]

test('full columns come before empty ones, in the order of the entity', () => {
  expect(pickColumns(rows, 3)).toEqual(['dataAreaId', 'Name', 'Phone'])
})

test('empty columns fill what room is left, still in order', () => {
  expect(pickColumns(rows, 4)).toEqual(['dataAreaId', 'Fax', 'Name', 'Phone'])
})

test('annotations are no columns', () => {
  expect(countColumns(rows)).toBe(5)
  expect(countColumns([])).toBe(0)
})

test.each([
  [null, ''],
  ['1900-01-01T00:00:00Z', ''],
  [0, '0'],
  [false, 'false'],
  ['Yes', 'Yes'],
  [{ a: 1 }, '{"a":1}'],
])('%j reads %j in a cell', (value, text) => {
  expect(toCell(value)).toBe(text)
})
