import { expect, test } from 'vitest'
import { toJson, toTsv } from '@/components/explorer/grid/copy-cells'
import { JsonNumber } from '@/lib/odata/rows/exact-json'

const rows = [
  { A: 'x\ty', B: new JsonNumber('9007199254740993.10'), C: null },
  { A: 'a "b"', B: new JsonNumber('-5'), C: '=1+1' },
  { A: '', B: null },
]
const names = ['A', 'B', 'C']
const all = { top: 0, bottom: 2, left: 0, right: 2 }

test('cells are copied line by line, quoted where a spreadsheet needs it, with exact digits', () => {
  expect(toTsv(rows, names, { box: all, heads: true })).toBe(
    ['A\tB\tC', '"x\ty"\t9007199254740993.10\t', `"a ""b"""\t-5\t'=1+1`, '\t\t'].join('\n'),
  )
})

test('one cell is copied as it is', () => {
  expect(toTsv(rows, names, { box: { top: 1, bottom: 1, left: 2, right: 2 } })).toBe('=1+1')
  expect(toTsv(rows, names, { box: { top: 0, bottom: 0, left: 0, right: 0 } })).toBe('x\ty')
})

test.each([
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+cmd|calc', "'+cmd|calc"],
  ['-2+3+cmd|x', "'-2+3+cmd|x"],
  ['-12.50', '-12.50'],
  ['+49 (89) 123-456', '+49 (89) 123-456'],
])('among others %j is copied as %j', (value, written) => {
  const box = { top: 0, bottom: 1, left: 0, right: 0 }
  expect(toTsv([{ A: value }, { A: '' }], ['A'], { box })).toBe(`${written}\n`)
})

test('cells are copied as records that have the same values', () => {
  const json = toJson(rows, names, { ...all, left: 1 })
  expect(json).toContain('"B": 9007199254740993.10')
  expect(JSON.parse(json).slice(1)).toEqual([{ B: -5, C: '=1+1' }, { B: null }])
})
