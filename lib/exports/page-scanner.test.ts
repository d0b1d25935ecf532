import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PageError } from '@/lib/exports/errors'
import { PageScanner } from '@/lib/exports/page-scanner'
import { CellReader, fieldNames, textOf } from '@/lib/exports/row-cells'

/** The text in pieces of `size` bytes, so that every cut falls somewhere. */
function scan(text: string, size: number) {
  const bytes = Buffer.from(text, 'utf8')
  const scanner = new PageScanner()
  const rows: string[] = []
  for (let at = 0; at < bytes.length; at += size) {
    rows.push(...scanner.push(bytes.subarray(at, at + size)))
  }
  return { rows, envelope: scanner.end() }
}

const pageOf = (rows: readonly unknown[], more: object = {}) =>
  JSON.stringify({ '@odata.context': 'x"[{', value: rows, ...more })

test('any rows come out as they went in, wherever the bytes are cut', () => {
  const row = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 }))
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (rows, size) => {
      const text = pageOf(rows, { '@odata.nextLink': 'https://x/data/Y?$skiptoken=1' })
      const scanned = scan(text, size)
      expect(scanned.rows).toEqual(rows.map((each) => JSON.stringify(each)))
      expect(scanned.envelope['@odata.nextLink']).toBe('https://x/data/Y?$skiptoken=1')
    }),
  )
})

test('texts that look like the space between two rows are texts', () => {
  const texts = ['},{', 'a"},{"b', '},{"@x":', '{', '"},{', '\\\\"},{"_']
  const rows = texts.flatMap((text) => [
    { a: text, b: 1 },
    { a: 1, b: text },
    { [text]: [{ c: text }] },
  ])
  for (const size of [1, 5, 64, 10_000]) {
    const scanned = scan(pageOf(rows), size)
    expect(scanned.rows).toEqual(rows.map((each) => JSON.stringify(each)))
  }
})

test('digits are handed on as they were sent, and so is white space', () => {
  const rows = ['{"RecId":5637144576123456789,"Qty":1.10}', '{ "a" : 1e3 }']
  const text = `{"value" : [ ${rows.join(' ,\n ')} ] , "@odata.nextLink":"a"}`
  expect(scan(text, 7).rows).toEqual(rows)
})

test.each([
  ['a link before the rows', '{"@odata.nextLink":"a","value":[{"b":1}]}', 'a'],
  ['a nested value list', '{"value":[{"value":[{"c":1}]}]}', undefined],
  ['an object of that name first', '{"x":{"value":[{"d":1}]},"value":[{"e":1}]}', undefined],
])('%s is no obstacle', (_, text, link) => {
  for (const size of [1, 3, 1000]) {
    const scanned = scan(text, size)
    expect(scanned.rows).toHaveLength(1)
    expect(scanned.envelope['@odata.nextLink']).toBe(link)
  }
})

test.each([
  ['nothing', ''],
  ['a page that breaks off', '{"value":[{"a":1},{"a"'],
  ['a page that breaks off after a row', '{"value":[{"a":1}'],
  ['a page that breaks off in the link', '{"value":[{"a":1}],"@odata.nextLink":"htt'],
  ['a sign-in page', '<!DOCTYPE html><html><body>{"value":[]}</body></html>'],
  ['a list of numbers', '{"value":[1,2]}'],
  ['rows without commas', '{"value":[{"a":1}{"a":2}]}'],
  ['a row too few', '{"value":[{"a":1},]}'],
  ['no list', '{"value":3}'],
  ['a single entity', '{"CustomerAccount":"US-001"}'],
  ['two documents', '{"value":[]}{"value":[]}'],
  ['closed too often', '{"value":[]}]'],
  ['a link that is none', '{"value":[],"@odata.nextLink":7}'],
])('%s is refused', (_, text) => {
  for (const size of [1, 5, 1000]) expect(() => scan(text, size)).toThrow(PageError)
})

test('what is not UTF-8 is refused', () => {
  const bytes = Buffer.concat([Buffer.from('{"value":[{"a":"'), Buffer.from([0xff, 0xfe])])
  expect(() => new PageScanner().push(bytes)).toThrow(PageError)
})

test('the cells of any row are its values, nothing parsed and nothing lost', () => {
  const row = fc.dictionary(
    fc.string({ unit: 'grapheme' }).filter((name) => !name.includes('@') && name !== '__proto__'),
    fc.jsonValue({ maxDepth: 2 }),
  )
  fc.assert(
    fc.property(row, fc.constantFrom(undefined, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      const names = Object.keys(value)
      expect(fieldNames(text)).toEqual(names)
      const cells = new CellReader(names).read(text)
      expect(cells.map((cell) => JSON.parse(cell ?? ''))).toEqual(Object.values(value).map(plain))
    }),
  )
})

/** As JSON has it: there is no minus zero. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

test('fields without a column are named, annotations are not', () => {
  const reader = new CellReader(['a'])
  expect(reader.read('{"@odata.etag":"W/1","b":1,"a":2,"b@odata.type":"x"}')).toEqual(['2'])
  expect([...reader.strays]).toEqual(['b'])
})

test.each(['{"a"}', '{"a":}', '{"a":1 "b":2}', '{"a":nul}', '{"a":[1}', '{a:1}', '{"a":1'])(
  '%s is no row',
  (row) => {
    expect(() => new CellReader(['a']).read(row)).toThrow(PageError)
  },
)

test('a text with a broken escape is refused', () => {
  expect(() => textOf('"\\x"')).toThrow(PageError)
})
