import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import fc from 'fast-check'
import { readParquet } from 'parquet-wasm/node'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CsvOptions } from '@/lib/contract/export'
import type { Column } from '@/lib/exports/columns'
import { toBytes16, toUnscaled } from '@/lib/exports/formats/decimal'
import { groupLimits, openParquet } from '@/lib/exports/formats/parquet'
import { openPart } from '@/lib/exports/part-file'

let dir: string
const usual = { ...groupLimits }

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-parquet-'))
})

afterEach(() => {
  Object.assign(groupLimits, usual)
})

afterAll(() => rm(dir, { recursive: true }))

const signal = new AbortController().signal

const column = (name: string, type: string, size: Partial<Column> = {}): Column => ({
  name,
  type,
  precision: null,
  scale: null,
  ...size,
})

const open = (columns: readonly Column[], from?: unknown) =>
  openParquet({ dir, columns, csv: CsvOptions.parse({}), openPart, from })

/** What another library reads out of the file that these rows make. */
async function written(columns: readonly Column[], rows: readonly string[]) {
  const writer = await open(columns)
  for (const row of rows) await writer.write(row)
  await writer.checkpoint({ isLast: true })
  const path = await writer.finish(signal)
  await writer.close()
  return readBack(path)
}

async function readBack(path: string) {
  const table = readParquet(await readFile(path))
  return tableFromIPC(table.intoIPCStream())
}

test('every EDM type comes out of another reader as what it is', async () => {
  const columns = [
    column('Text', 'Edm.String'),
    column('Enum', 'Enum'),
    column('Long', 'Edm.Int64'),
    column('Int', 'Edm.Int32'),
    column('Real', 'Edm.Double'),
    column('Yes', 'Edm.Boolean'),
    column('At', 'Edm.DateTimeOffset'),
    column('Day', 'Edm.Date'),
    column('Nested', 'Json'),
  ]
  const row = {
    Text: 'Åäö "🙂"\n',
    Enum: 'Yes',
    Int: -2_147_483_648,
    Real: 1.5e-7,
    Yes: true,
    At: '2026-11-25T08:00:00.123456Z',
    Day: '1900-01-01',
    Nested: { a: [1] },
  }
  const json = JSON.stringify(row).replace('{', '{"Long":9223372036854775807,')
  const table = await written(columns, [json, '{"Text":null}'])
  expect(table.schema.fields.map(({ name, type }) => [name, String(type)])).toEqual([
    ['Text', 'Utf8'],
    ['Enum', 'Utf8'],
    ['Long', 'Int64'],
    ['Int', 'Int32'],
    ['Real', 'Float64'],
    ['Yes', 'Bool'],
    ['At', 'Timestamp<MICROSECOND, UTC>'],
    ['Day', 'Date32<DAY>'],
    ['Nested', 'Utf8'],
  ])
  const [first, second] = table.toArray().map((each) => each.toJSON())
  expect(first).toMatchObject({
    Text: row.Text,
    Enum: 'Yes',
    Long: 9223372036854775807n,
    Int: row.Int,
    Real: row.Real,
    Yes: true,
    Nested: '{"a":[1]}',
  })
  expect(new Date(Number(first?.At)).toISOString()).toBe('2026-11-25T08:00:00.123Z')
  expect(new Date(Number(first?.Day)).toISOString()).toBe('1900-01-01T00:00:00.000Z')
  expect(Object.values(second ?? {}).every((value) => value === null)).toBe(true)
})

test.each([
  ['1.10', 38, 16, 11n * 10n ** 15n],
  ['-0.000001', 38, 16, -(10n ** 10n)],
  ['0', 38, 16, 0n],
  ['-12345678901234567890.1234567890123456', 38, 16, -123456789012345678901234567890123456n],
  ['12.5', 10, 2, 1250n],
  ['1e3', 10, 2, 100_000n],
])('the decimal %s keeps every digit', async (json, ...[precision, scale, unscaled]) => {
  const size = precision === 38 ? {} : { precision, scale }
  const table = await written([column('Amount', 'Edm.Decimal', size)], [`{"Amount":${json}}`])
  expect(String(table.schema.fields[0]?.type)).toBe(`Decimal[${precision}e+${scale}]`)
  const words: Uint32Array = table.getChild('Amount')?.get(0)
  const value = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n)
  expect(BigInt.asIntN(128, value)).toBe(unscaled)
})

test('a decimal is its digits, whatever they are', () => {
  const digits = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(16))
  fc.assert(
    fc.property(digits, ([value, scale]) => {
      const sign = value < 0n ? '-' : ''
      const text = String(value < 0n ? -value : value).padStart(scale + 1, '0')
      const at = text.length - scale
      const json = scale === 0 ? sign + text : `${sign}${text.slice(0, at)}.${text.slice(at)}`
      expect(toUnscaled(json, 16)).toBe(value * 10n ** BigInt(16 - scale))
      const view = new DataView(toBytes16(value).buffer)
      expect((view.getBigInt64(0) << 64n) | view.getBigUint64(8)).toBe(value)
    }),
  )
})

test.each([
  ['Edm.Int32', '2147483648'],
  ['Edm.Int32', '1.5'],
  ['Edm.Int64', '9223372036854775808'],
  ['Edm.Int64', '1.0'],
  ['Edm.Boolean', '"Yes"'],
  ['Edm.Double', '"much"'],
  ['Edm.DateTimeOffset', '"yesterday"'],
  ['Edm.DateTimeOffset', '"2026-02-30T25:00:00Z"'],
  ['Edm.Date', '"2026-13-01"'],
  ['Edm.Decimal', '0.00000000000000001'],
  ['Edm.Decimal', '1e30'],
])('where the catalog says %s, %s is refused and named', async (type, json) => {
  const writer = await open([column('Field', type)])
  expect(() => writer.write(`{"Field":${json}}`)).toThrow(`Field is ${type}`)
  await writer.close()
})

/** Writes `rows` in pages of ten, and begins anew from the last checkpoint after each of `deaths`. */
async function writtenWithDeaths(
  columns: readonly Column[],
  rows: readonly string[],
  deaths: readonly number[],
): Promise<string> {
  const left = [...deaths]
  let good: Readonly<{ at: number; state: unknown }> = { at: 0, state: undefined }
  let at = 0
  let writer = await open(columns)
  while (at < rows.length) {
    for (const row of rows.slice(at, at + 10)) await writer.write(row)
    if (left[0] === at) {
      left.shift()
      await writer.close()
      at = good.at
      writer = await open(columns, good.state)
      continue
    }
    at += 10
    const state = await writer.checkpoint({ isLast: at >= rows.length })
    if (state !== undefined) good = { at, state: JSON.parse(JSON.stringify(state)) }
  }
  await writer.finish(signal)
  await writer.close()
  // Killed after the footer and before anybody was told: the next one writes it once more.
  writer = await open(columns, good.state)
  const path = await writer.finish(signal)
  await writer.close()
  return path
}

test.each([[[]], [[0]], [[10, 30]], [[20, 50, 90, 100]], [[100]]])(
  'a file of many row groups is whole, whoever died after the rows %j',
  async (deaths) => {
    Object.assign(groupLimits, { rows: 7, rowsMin: 5 })
    const columns = [column('Id', 'Edm.Int64'), column('Name', 'Edm.String')]
    const names = ['alpha', 'beta', null, '']
    const rows = Array.from({ length: 103 }, (_, Id) => JSON.stringify({ Id, Name: names[Id % 4] }))
    const table = await readBack(await writtenWithDeaths(columns, rows, deaths))
    const read = table.toArray().map(({ Id, Name }) => JSON.stringify({ Id: Number(Id), Name }))
    expect(read).toEqual(rows)
  },
)

test('no rows make a file that opens', async () => {
  const table = await written([column('Id', 'Edm.Int64')], [])
  expect(table.numRows).toBe(0)
})
