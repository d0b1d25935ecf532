import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CsvOptions } from '@/lib/contract/export'
import { cellWriter } from '@/lib/exports/formats/csv'

const guarded = cellWriter(CsvOptions.parse({}))
const plain = cellWriter(CsvOptions.parse({ guard: false, separator: ';' }))
const cell = (value: unknown) => guarded(JSON.stringify(value))

test.each([
  '=1+1',
  '+46 8 123',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  "=cmd|' /C calc'!A0",
  '＝1+1',
  '＠x',
  '-',
])('%j is kept from being run as a formula', (text) => {
  expect(parse(cell(text), { relax_quotes: false })[0]?.[0]).toBe(`'${text}`)
})

test.each([
  [-5, '-5'],
  [1.5e-7, '1.5e-7'],
  [true, 'true'],
  [null, ''],
  ['-12.50', '-12.50'],
  ['+5', '+5'],
  ['a=b', 'a=b'],
  ['US-001', 'US-001'],
  ['00012345678901234567', '00012345678901234567'],
])('%j stays %j', (value, written) => {
  expect(cell(value)).toBe(written)
})

test('numbers are written digit by digit as they came', () => {
  expect(guarded('5637144576123456789')).toBe('5637144576123456789')
  expect(guarded('1.10')).toBe('1.10')
})

test('an empty text and no value can be told apart', () => {
  expect([cell(''), cell(null), guarded(undefined)]).toEqual(['""', '', ''])
})

test('what is nested is written as JSON', () => {
  expect(parse(cell({ a: [1, 'b'] }))[0]?.[0]).toBe('{"a":[1,"b"]}')
})

test('another library reads any text back', () => {
  const texts = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(texts, (values) => {
      const line = values.map((value) => plain(JSON.stringify(value))).join(';')
      const [read] = parse(`${line}\r\n`, { delimiter: ';', record_delimiter: '\r\n' })
      expect(read).toEqual(values)
    }),
  )
})
