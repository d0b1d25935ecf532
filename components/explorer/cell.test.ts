import { expect, test } from 'vitest'
import { toCell } from '@/components/explorer/cell'

test.each([
  [null, 'null', 'null'],
  [undefined, 'null', 'null'],
  [0, 'number', '0'],
  [-12.5, 'number', '-12.5'],
  [false, 'boolean', 'false'],
  ['', 'empty', ''],
  ['null', 'text', 'null'],
  ['US-001', 'text', 'US-001'],
  ['2026-11-25', 'date', '2026-11-25'],
  ['2026-11-25T12:00:00Z', 'date', '2026-11-25'],
  ['2026-11-25T08:30:00Z', 'date', '2026-11-25 08:30:00'],
  ['1900-01-01T00:00:00Z', 'date', 'no date'],
  ['1900-01-01T12:00:00Z', 'date', 'no date'],
  ['2154-12-31T23:59:59Z', 'date', 'never'],
  [{ a: 1 }, 'object', '{"a":1}'],
  [[1, 2], 'object', '[1,2]'],
  ['2026-11-25 is a date', 'text', '2026-11-25 is a date'],
])('%j is a %s: %j', (value, kind, text) => {
  expect(toCell(value)).toMatchObject({ kind, text })
})

test('the value behind an empty date stays readable as its tip', () => {
  expect(toCell('1900-01-01T00:00:00Z').hint).toContain('1900-01-01T00:00:00Z')
})

test('a very long text is cut, and says how long it was', () => {
  const cell = toCell('x'.repeat(5000))
  expect(cell.text).toHaveLength(301)
  expect(cell.hint).toBe('5000 characters')
})
