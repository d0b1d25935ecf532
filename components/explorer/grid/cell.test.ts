import { expect, test } from 'vitest'
import { toCell, wholeText } from '@/components/explorer/grid/cell'
import { toColumns } from '@/components/explorer/grid/columns'
import { testDetail } from '@/components/explorer/grid/test-detail'
import { parseExactJson } from '@/lib/odata/rows/exact-json'

test.each([
  ['null', 'null', 'null'],
  ['0', 'number', '0'],
  ['-12.50', 'number', '-12.50'],
  ['9007199254740993', 'number', '9007199254740993'],
  ['false', 'boolean', 'false'],
  ['""', 'empty', ''],
  ['"null"', 'text', 'null'],
  ['"US-001"', 'text', 'US-001'],
  ['"2026-11-25"', 'date', '2026-11-25'],
  ['"2026-11-25T12:00:00Z"', 'date', '2026-11-25'],
  ['"2026-11-25T08:30:00Z"', 'date', '2026-11-25 08:30:00'],
  ['"1900-01-01T00:00:00Z"', 'no-date', 'no date'],
  ['"1900-01-01T12:00:00Z"', 'no-date', 'no date'],
  ['"2154-12-31T23:59:59Z"', 'no-date', 'never'],
  ['{"a":1}', 'nested', 'record'],
  ['[{"a":1},{"a":2}]', 'nested', '2 rows'],
  ['[1]', 'nested', '1 value'],
  ['[]', 'null', 'no rows'],
  ['"2026-11-25 is a date"', 'text', '2026-11-25 is a date'],
])('%s is a %s: %j', (json, kind, text) => {
  expect(toCell(parseExactJson(json))).toMatchObject({ kind, text })
})

test('an empty text, a null and a field that a row does not have are told apart', () => {
  const cells = [toCell(''), toCell(null), toCell(undefined)]
  expect(new Set(cells.map(({ kind, text, hint }) => `${kind} ${text} ${hint}`)).size).toBe(3)
})

test('the value behind an empty date stays readable as its tip', () => {
  expect(toCell('1900-01-01T00:00:00Z').hint).toContain('1900-01-01T00:00:00Z')
})

test('a very long text is cut, and says how long it was', () => {
  const cell = toCell('x'.repeat(5000))
  expect(cell.text).toHaveLength(301)
  expect(cell.hint).toBe('5,000 characters')
})

const [, status, created, ordered, text] = toColumns(
  ['dataAreaId', 'Status', 'CreatedAt', 'OrderedOn', 'Remark'],
  [],
  testDetail,
)

test('a member of an enum has its number beside it, and its label in the tip', () => {
  expect(toCell('Invoiced', status)).toEqual({
    kind: 'enum',
    text: 'Invoiced',
    aside: '3',
    hint: 'SalesStatus 3: Invoiced · @SYS1',
  })
  expect(toCell('Lost', status).hint).toBe('SalesStatus has no value of this name')
})

test('the time of day is left out where the catalog says that there is none', () => {
  expect(toCell('2026-11-25T12:00:00Z', ordered).text).toBe('2026-11-25')
  expect(toCell('2026-11-25T12:00:00Z', created).text).toBe('2026-11-25 12:00:00')
})

test('a text that looks like a date is a text where the catalog says so', () => {
  expect(toCell('2026-11-25', text)).toMatchObject({ kind: 'text', text: '2026-11-25' })
})

test.each([
  ['"a\\tb"', 'a\tb'],
  ['1.50', '1.50'],
  ['null', ''],
  ['{"a":[1.0,null]}', '{"a":[1.0,null]}'],
])('the whole of %s is %j', (json, expected) => {
  expect(wholeText(parseExactJson(json))).toBe(expected)
})
