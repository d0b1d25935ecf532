import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isJsonObject,
  JsonNumber,
  parseExactJson,
  printExactJson,
} from '@/lib/odata/rows/exact-json'

test.each([
  '9007199254740993',
  '-9223372036854775808',
  '12345678901234567.890123456789',
  '1.50',
  '0.0000000000',
  '1E400',
])('the number %s keeps each of its digits', (digits) => {
  expect(parseExactJson(digits)).toEqual(new JsonNumber(digits))
  expect(printExactJson(parseExactJson(`{"a":[${digits}]}`))).toBe(`{"a":[${digits}]}`)
})

test('what JSON.parse reads is read the same', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (json) => {
      expect(JSON.parse(printExactJson(parseExactJson(json)))).toEqual(JSON.parse(json))
    }),
  )
})

test.each([
  ['"a\\u00e9\\n\\"b\\\\"', 'aé\n"b\\'],
  [' [ ] ', []],
  ['"a\tb"', 'a\tb'],
  ['{"__proto__":"x"}', Object.fromEntries([['__proto__', 'x']])],
])('%s is read as it is meant', (json, value) => {
  expect(parseExactJson(json)).toEqual(value)
})

test.each(['', '{', '{"a"}', '[1,]', '01', '+1', '1.', 'nul', '1 2', '{"a":1,}', "'a'"])(
  '%j is no JSON',
  (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError)
  },
)

test.each([
  ['{}', true],
  ['[]', false],
  ['1', false],
  ['null', false],
  ['"{}"', false],
])('%s is a record: %s', (json, expected) => {
  expect(isJsonObject(parseExactJson(json))).toBe(expected)
})
