import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readSheets from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CsvOptions } from '@/lib/contract/export'
import type { Column } from '@/lib/exports/columns'
import { openXlsx, sheetLimits } from '@/lib/exports/formats/xlsx'
import { XlsxColumn } from '@/lib/exports/formats/xlsx-cell'
import { openPart } from '@/lib/exports/part-file'

let dir: string
const usual = { ...sheetLimits }

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-xlsx-'))
})

afterEach(() => {
  Object.assign(sheetLimits, usual)
})

afterAll(() => rm(dir, { recursive: true }))

const signal = new AbortController().signal
const column = (name: string, type: string): Column => ({
  name,
  type,
  precision: null,
  scale: null,
})
const open = (columns: readonly Column[], from?: unknown) =>
  openXlsx({ dir, columns, csv: CsvOptions.parse({}), openPart, from })

/** The workbook that these rows make, and what it left to say. */
async function written(columns: readonly Column[], rows: readonly string[]) {
  const writer = await open(columns)
  for (const row of rows) await writer.write(row)
  await writer.checkpoint({ isLast: true })
  const file = await readFile(await writer.finish(signal))
  await writer.close()
  return { file, notes: writer.notes() }
}

test('another library reads each type as what it is', async () => {
  const columns = [
    column('Text', 'Edm.String'),
    column('Digits', 'Edm.String'),
    column('Formula', 'Edm.String'),
    column('Long', 'Edm.Int64'),
    column('Amount', 'Edm.Decimal'),
    column('Yes', 'Edm.Boolean'),
    column('At', 'Edm.DateTimeOffset'),
    column('Never', 'Edm.DateTimeOffset'),
    column('Day', 'Edm.Date'),
    column('None', 'Edm.String'),
    column('Nested', 'Json'),
  ]
  const row = JSON.stringify({
    Text: 'Åäö <b> & "🙂"\nnext',
    Digits: '00012345678901234567',
    Formula: '=1+1',
    Amount: -12.5,
    Yes: false,
    At: '2026-11-25T08:30:00Z',
    Never: '2154-12-31T23:59:59Z',
    Day: '2026-11-25',
    None: null,
    Nested: { a: 1 },
  }).replace('{', '{"Long":5637144576123456789,')
  const [sheet] = await readSheets((await written(columns, [row])).file)
  expect(sheet?.data).toEqual([
    columns.map(({ name }) => name),
    [
      'Åäö <b> & "🙂"\nnext',
      '00012345678901234567',
      '=1+1',
      '5637144576123456789',
      -12.5,
      false,
      new Date('2026-11-25T08:30:00.000Z'),
      new Date('2154-12-31T23:59:59.000Z'),
      new Date('2026-11-25T00:00:00.000Z'),
      null,
      '{"a":1}',
    ],
  ])
})

test.each([
  ['1900-01-01T00:00:00Z', 's="2"><v>1</v>'],
  ['1900-02-28T00:00:00Z', 's="2"><v>59</v>'],
  ['1900-03-01T00:00:00Z', 's="2"><v>61</v>'],
  ['2026-11-25T12:00:00+01:00', 's="3"><v>46351.458333333</v>'],
  ['2026-11-25T12:00:00Z', 's="3"><v>46351.5</v>'],
  ['1899-12-31T00:00:00Z', '>1899-12-31T00:00:00Z</t>'],
  ['2026-11-25T12:00:00.0000001Z', '<v>46351.5</v>'],
  ['2026-11-25T12:00:00.000001Z', '>2026-11-25T12:00:00.000001Z</t>'],
  ['soon', '>soon</t>'],
])('the moment %s is written as %s', (text, xml) => {
  const cell = new XlsxColumn(column('At', 'Edm.DateTimeOffset'), 0)
  expect(cell.toCell(JSON.stringify(text), 2)).toContain(xml)
})

test.each([
  ['123456789012345', '<v>123456789012345</v>'],
  ['1234567890123456', '1234567890123456</t>'],
  ['0.1234567890123456', '0.1234567890123456</t>'],
  ['1000000000000000000', '<v>1000000000000000000</v>'],
  ['1.5e-7', '<v>1.5e-7</v>'],
])('the number %s keeps its digits', (json, xml) => {
  expect(new XlsxColumn(column('N', 'Edm.Decimal'), 0).toCell(json, 2)).toContain(xml)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
  [16_383, 'XFD'],
])('column %i is %s', (index, letters) => {
  expect(new XlsxColumn(column('C', 'Edm.String'), index).toCell('1', 7)).toContain(`"${letters}7"`)
})

test('any text makes XML that is sound, and comes back out of it', () => {
  const cells = new XlsxColumn(column('T', 'Edm.String'), 0)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      let read = ''
      const parser = new SaxesParser()
      parser.on('text', (piece) => {
        read += piece
      })
      parser.write(cells.toCell(JSON.stringify(text), 2)).close()
      const back = read.replace(/_x([0-9A-F]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      expect(back).toBe(text)
    }),
  )
})

test('a text that no cell can hold is cut, and that is said', async () => {
  const { file, notes } = await written(
    [column('T', 'Edm.String')],
    [JSON.stringify({ T: 'x'.repeat(40_000) })],
  )
  const [sheet] = await readSheets(file)
  expect(String(sheet?.data[1]?.[0])).toHaveLength(32_767)
  expect(notes).toEqual([expect.stringContaining('1 text was cut')])
})

test('rows that do not fit on a sheet go on on the next, whoever writes them', async () => {
  Object.assign(sheetLimits, { lines: 5 })
  const columns = [column('Id', 'Edm.Int32')]
  const rows = Array.from({ length: 11 }, (_, Id) => JSON.stringify({ Id }))
  let writer = await open(columns)
  for (const row of rows.slice(0, 6)) await writer.write(row)
  const from: unknown = JSON.parse(JSON.stringify(await writer.checkpoint({ isLast: false })))
  for (const row of rows.slice(0, 5)) await writer.write(row)
  await writer.close()
  writer = await open(columns, from)
  for (const row of rows.slice(6)) await writer.write(row)
  await writer.checkpoint({ isLast: true })
  const file = await readFile(await writer.finish(signal))
  await writer.close()
  const sheets = await readSheets(file)
  expect(sheets.map(({ sheet, data }) => [sheet, data.map(([id]) => id)])).toEqual([
    ['Rows', ['Id', 0, 1, 2, 3]],
    ['Rows 2', ['Id', 4, 5, 6, 7]],
    ['Rows 3', ['Id', 8, 9, 10]],
  ])
})

test('each part of the file is sound XML', async () => {
  const { file } = await written([column('Id', 'Edm.Int32')], ['{"Id":1}'])
  const parts = unzipSync(new Uint8Array(file))
  expect(Object.keys(parts)).toHaveLength(6)
  for (const [path, bytes] of Object.entries(parts)) {
    expect(() => new SaxesParser().write(strFromU8(bytes)).close(), path).not.toThrow()
  }
})

test('more columns than a sheet has are refused', async () => {
  const columns = Array.from({ length: 16_385 }, (_, index) => column(`C${index}`, 'Edm.String'))
  await expect(open(columns)).rejects.toThrow('at most 16384')
})
