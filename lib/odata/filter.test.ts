import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ODataSyntaxError } from '@/lib/odata/errors'
import {
  type BinaryOperator,
  type Expression,
  precedence,
  withoutPositions,
} from '@/lib/odata/filter'
import { listUnsupported } from '@/lib/odata/finops-dialect'
import { readLiteral } from '@/lib/odata/literal'
import { parseFilter } from '@/lib/odata/parse-filter'
import { printFilter } from '@/lib/odata/print-filter'

const word = fc.stringMatching(/^[A-Z][a-zA-Z0-9_]{0,8}$/)
const literalText = fc.oneof(
  fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
  fc.integer().map(String),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  fc.tuple(fc.integer(), fc.nat(99_999)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom('true', 'false', 'null', 'INF', '-INF', 'NaN', "duration'PT1H'", '1e5'),
  fc.uuid(),
  fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
    .map((at) => at.toISOString()),
  fc.constant("Microsoft.Dynamics.DataEntities.NoYes'Yes'"),
)
const literal = literalText.map((text): Expression => {
  const value = readLiteral(text)
  if (!value) throw new Error(`no literal: ${text}`)
  return { kind: 'literal', literal: value, at: 0 }
})
const operators = Object.keys(precedence).filter((name) => name !== 'in') as BinaryOperator[]

const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const segment = fc.record({ name: word, args: fc.constant(null) })
  const args = fc.array(fc.record({ name: fc.option(word), value: tie('expression') }), {
    maxLength: 3,
  })
  const path = fc.array(segment, { minLength: 1, maxLength: 3 })
  return {
    expression: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      literal,
      path.map((segments): Expression => ({ kind: 'path', segments, at: 0 })),
      fc.record({
        kind: fc.constantFrom('not' as const, 'negate' as const),
        operand: tie('expression'),
        at: fc.constant(0),
      }),
      fc.record({
        kind: fc.constant('binary' as const),
        operator: fc.constantFrom(...operators),
        left: tie('expression'),
        right: tie('expression'),
        at: fc.constant(0),
      }),
      fc.record({
        kind: fc.constant('binary' as const),
        operator: fc.constant('in' as const),
        left: tie('expression'),
        right: fc.array(literal).map((items): Expression => ({ kind: 'list', items, at: 0 })),
        at: fc.constant(0),
      }),
      fc
        .record({ name: word, args })
        .map((call): Expression => ({ kind: 'path', segments: [call], at: 0 })),
      fc.record({
        kind: fc.constant('lambda' as const),
        over: path,
        quantifier: fc.constantFrom('any' as const, 'all' as const),
        variable: fc.stringMatching(/^[a-z]$/),
        body: tie('expression'),
        at: fc.constant(0),
      }),
    ),
  }
})

describe('reading $filter', () => {
  test('what is printed reads back as the same expression', async () => {
    await fc.assert(
      fc.property(expression, (written) => {
        const text = printFilter(written)
        expect(withoutPositions(parseFilter(text))).toEqual(withoutPositions(written))
        expect(printFilter(parseFilter(text))).toBe(text)
      }),
      { numRuns: 1500 },
    )
  })

  test('any text at all is read or refused with a position inside it', async () => {
    const scraps = fc.array(
      fc.constantFrom(
        ...' ()\'",/=:;*{}[]-$@#'.split(''),
        ' eq ',
        ' and ',
        'not ',
        'in',
        'Name',
        '1',
        "'x'",
        'any(',
        '2024-01-01',
      ),
      { maxLength: 30 },
    )
    await fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          scraps.map((all) => all.join('')),
        ),
        (text) => {
          try {
            parseFilter(text)
          } catch (error) {
            expect(error).toBeInstanceOf(ODataSyntaxError)
            const { position } = error as ODataSyntaxError
            expect(position).toBeGreaterThanOrEqual(0)
            expect(position).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['a eq 1 or b eq 2 and c eq 3', 'a eq 1 or b eq 2 and c eq 3'],
    ['(a eq 1 or b eq 2) and c eq 3', '(a eq 1 or b eq 2) and c eq 3'],
    ['((a eq 1))', 'a eq 1'],
    ['a add 2 mul 3 eq 7', 'a add 2 mul 3 eq 7'],
    ['(a add 2) mul 3 eq 7', '(a add 2) mul 3 eq 7'],
    ['a sub (b sub c) eq 0', 'a sub (b sub c) eq 0'],
    ['a sub b sub c eq 0', 'a sub b sub c eq 0'],
    ['not (a eq 1)', 'not (a eq 1)'],
    ['not a eq 1', 'not a eq 1'],
    ["Name eq 'O''Neil'", "Name eq 'O''Neil'"],
    ['a eq -5', 'a eq -5'],
    ['-a eq 5', '-a eq 5'],
    ["a in ('x','y')", "a in ['x','y']"],
  ])('%s keeps its meaning as %s', (text, printed) => {
    expect(printFilter(parseFilter(text))).toBe(printed)
  })

  test.each([
    ['', 'unexpected_end', 0],
    ['Name eq', 'unexpected_end', 7],
    ["Name eq 'x", 'unterminated_string', 8],
    ["Name eqq 'x'", 'unexpected_token', 5],
    ["Name eq 'x' and", 'unexpected_end', 15],
    ["(Name eq 'x'", 'unexpected_end', 12],
    ["Name eq 'x')", 'unexpected_token', 11],
    ['Name eq ?', 'unexpected_character', 8],
    ["Name EQ 'x'", 'unexpected_token', 5],
    ["Name add 'x'5", 'unexpected_token', 12],
    ['a/', 'unexpected_end', 2],
    ['any()', 'unexpected_token', 0],
  ])('%s is refused: %s at %i', (text, code, position) => {
    expect(() => parseFilter(text)).toThrow(expect.objectContaining({ code, position, text }))
  })

  test('operators in capitals are read when 4.01 is asked for', () => {
    const expected = withoutPositions(parseFilter("Name eq 'x' and Price lt 2"))
    expect(withoutPositions(parseFilter("Name EQ 'x' AND Price LT 2", { anyCase: true }))).toEqual(
      expected,
    )
  })

  test('nesting that would exhaust the stack is refused by name', () => {
    expect(() => parseFilter('('.repeat(50_000))).toThrow(
      expect.objectContaining({ code: 'too_deep' }),
    )
    expect(() => parseFilter('not '.repeat(50_000))).toThrow(
      expect.objectContaining({ code: 'too_deep' }),
    )
  })
})

describe('what F&O does not take', () => {
  test.each([
    ["Name has Sales.Pattern'Yellow'", { what: 'has', name: 'has', at: 5 }],
    ["Name in ('a','b')", { what: 'in', name: 'in', at: 5 }],
    ['Lines/any(l:l/Qty gt 1)', { what: 'lambda', name: 'any', at: 0 }],
    ["contains(Name,'x')", { what: 'function', name: 'contains', at: 0 }],
    ["not startswith(Name,'x')", { what: 'function', name: 'startswith', at: 4 }],
    ["Customer/Name eq 'x'", { what: 'path', name: 'Customer/Name', at: 0 }],
    ['a eq 1 and b eq [1,2]', { what: 'json', name: 'list', at: 16 }],
  ])('%s: %o', (text, found) => {
    expect(listUnsupported(parseFilter(text))).toEqual([found])
  })

  test.each([
    "Name eq '*retail*'",
    "(CreditLimit add 5) mul 2 gt 10.5 and not (dataAreaId eq 'usmf')",
    "OnHold ne Microsoft.Dynamics.DataEntities.NoYes'Yes'",
  ])('%s is taken', (text) => {
    expect(listUnsupported(parseFilter(text))).toEqual([])
  })
})
