import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printExactJson } from '@/lib/odata/rows/exact-json'
import { indentJson } from '@/lib/odata/rows/indent-json'
import { PageScan } from '@/lib/odata/rows/scan-page'

const encoder = new TextEncoder()

function scan(text: string, cuts: readonly number[] = []) {
  const bytes = encoder.encode(text)
  const at = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b)]
  const page = new PageScan()
  at.forEach((from, index) => {
    page.push(bytes.subarray(from, at[index + 1] ?? bytes.length))
  })
  return page.end()
}

test('rows are the same as JSON.parse finds, wherever the bytes were cut', () => {
  const row = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 2 }))
  fc.assert(
    fc.property(fc.array(row), fc.array(fc.nat()), (value, cuts) => {
      const page = { '@odata.context': 'x', value, '@odata.nextLink': 'y' }
      const { rows, head, tail } = scan(JSON.stringify(page), cuts)
      expect(JSON.parse(head + tail)).toEqual({ ...page, value: [] })
      const found = Array.from({ length: rows?.length ?? 0 }, (_, index) => rows?.at(index) ?? {})
      expect(found.map((one) => JSON.parse(printExactJson(one)))).toEqual(
        JSON.parse(JSON.stringify(value)),
      )
      expect(new Set(rows?.names)).toEqual(new Set(value.flatMap((one) => Object.keys(one))))
    }),
    { numRuns: 40 },
  )
})

test('a row has as many lines as it takes when it is laid out', () => {
  const row = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }))
  fc.assert(
    fc.property(fc.array(row), (value) => {
      const { rows } = scan(JSON.stringify({ value }, null, 1))
      value.forEach((one, index) => {
        expect(rows?.linesAt(index)).toBe(indentJson(JSON.stringify(one)).split('\n').length)
      })
    }),
    { numRuns: 40 },
  )
})

test('names come in the order in which they were first met', () => {
  const { rows } = scan('{"value":[{"b":1,"a":{"z":1}},{"c":2,"a":3},{"b":1,"x\\n":1,"c":4}]}')
  expect(rows?.names).toEqual(['b', 'a', 'c', 'x\n'])
})

test('only the list named "value" at the top is the list of rows', () => {
  const { rows } = scan('{"other":[{"a":1}],"in":{"value":[{"b":1}]},"value":[{"c":"value"}]}')
  expect(rows?.names).toEqual(['c'])
  expect(rows?.length).toBe(1)
})

test.each([
  '{"value":"x"}',
  '{"value":[1]}',
  '{"value":["a"]}',
  '{"value":[[]]}',
  '{"a":1}',
  '7',
  '',
])('%j is no page of rows, and stays whole', (text) => {
  const { rows, head, tail } = scan(text)
  expect(rows).toBeNull()
  expect([head, tail]).toEqual([text, ''])
})

test.each(['{"value":[{"a":1}', '{"value":[{"a":"x', '{"value":[{"a":"\\'])(
  '%j ends in the middle',
  (text) => {
    expect(() => scan(text)).toThrow(SyntaxError)
  },
)

test('a row that only looked like JSON has no fields', () => {
  const { rows } = scan('{"value":[{"a":1 2}]}')
  expect(rows?.at(0)).toEqual({})
  expect(rows?.at(9)).toEqual({})
})

test('what is read of rows is let go again, and read anew when it is asked for', () => {
  const value = Array.from({ length: 3000 }, (_, id) => ({ id }))
  const { rows } = scan(JSON.stringify({ value }))
  const [first] = rows?.first(3000) ?? []
  expect(String(first?.id)).toBe('0')
  expect(rows?.at(0)).toEqual(first)
  expect(rows?.at(0)).not.toBe(first)
  expect(rows?.at(0)).toBe(rows?.at(0))
})
