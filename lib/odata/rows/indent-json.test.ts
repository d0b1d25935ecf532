import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indentJson } from '@/lib/odata/rows/indent-json'

test('JSON is laid out as JSON.stringify lays it out', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3, stringUnit: 'binary' }), (json) => {
      // Numbers are written as they came, which stringify would change.
      const plain = JSON.stringify(JSON.parse(json))
      expect(indentJson(plain)).toBe(JSON.stringify(JSON.parse(json), null, 2))
    }),
    { numRuns: 40 },
  )
})

test('what is laid out already stays as it is', () => {
  const text = JSON.stringify({ a: [1, { b: '{ "x": [1, 2] }' }, []], c: {} }, null, 2)
  expect(indentJson(text)).toBe(text)
})

test('digits and escapes are not touched', () => {
  expect(indentJson('{"a":1.50,"b":"\\u00e9"}')).toBe('{\n  "a": 1.50,\n  "b": "\\u00e9"\n}')
})

test('a text may be laid out in parts', () => {
  const [head, row, tail] = ['{"a":1,"value":[', '{"b":[]}', '],"c":2}']
  expect(`${indentJson(head)}\n    ${indentJson(row, 2)}${indentJson(tail, 2)}`).toBe(
    JSON.stringify(JSON.parse(head + row + tail), null, 2),
  )
})
