import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Expression, withoutPositions } from '@/lib/odata/filter'
import { printClauses, splitFilter } from '@/lib/odata/filter-clauses'
import { parseFilter } from '@/lib/odata/parse-filter'

const clausesOf = (text: string) => splitFilter(text).clauses.map((clause) => clause.text)

/** What a filter joins by `and`, in reading order, whatever its parentheses. */
function conjuncts(expression: Expression): unknown[] {
  return expression.kind === 'binary' && expression.operator === 'and'
    ? [...conjuncts(expression.left), ...conjuncts(expression.right)]
    : [withoutPositions(expression)]
}

describe('the clauses of a filter', () => {
  test.each([
    ['a eq 1', ['a eq 1']],
    ['a eq 1 and b eq 2', ['a eq 1', 'b eq 2']],
    ['a eq 1 and b eq 2 and c eq 3', ['a eq 1', 'b eq 2', 'c eq 3']],
    ['a eq 1 or b eq 2', ['a eq 1 or b eq 2']],
    ['a eq 1 or b eq 2 and c eq 3', ['a eq 1 or b eq 2 and c eq 3']],
    ['a eq 1 and (b eq 2 or c eq 3)', ['a eq 1', '(b eq 2 or c eq 3)']],
    ['(a eq 1 and b eq 2) and c eq 3', ['a eq 1', 'b eq 2', 'c eq 3']],
    ['(((a eq 1) and ((b eq 2))) and c eq 3)', ['(a eq 1)', '((b eq 2))', 'c eq 3']],
    ['not (a eq 1 and b eq 2)', ['not (a eq 1 and b eq 2)']],
    ['not (a eq 1) and b eq 2', ['not (a eq 1)', 'b eq 2']],
    ["Name eq ' and ' and b eq 'x''y and z'", ["Name eq ' and '", "b eq 'x''y and z'"]],
    ['year(D) eq 2024 and month(D) eq 1', ['year(D) eq 2024', 'month(D) eq 1']],
    [
      'Lines/any(l:l/a eq 1 and l/b eq 2) and c eq 3',
      ['Lines/any(l:l/a eq 1 and l/b eq 2)', 'c eq 3'],
    ],
    ['and eq 1 and or eq 2', ['and eq 1', 'or eq 2']],
    ['(a) eq (b) and (c eq 1)', ['(a) eq (b)', '(c eq 1)']],
    ['(a eq 1) or (b eq 2 and c eq 3)', ['(a eq 1) or (b eq 2 and c eq 3)']],
    ['  a eq 1\tand  b eq 2 ', ['a eq 1', 'b eq 2']],
    [
      "S eq Microsoft.X'Yes' and d ge 2024-01-31T00:00:00Z",
      ["S eq Microsoft.X'Yes'", 'd ge 2024-01-31T00:00:00Z'],
    ],
  ])('%s has %j', (text, clauses) => {
    expect(clausesOf(text)).toEqual(clauses)
  })

  test.each([
    ['a eq 1 and b eq 2 and c eq 3', [1], 'a eq 1 and c eq 3'],
    ['a eq 1 and b eq 2 and c eq 3', [0], 'b eq 2 and c eq 3'],
    ['a eq 1 and b eq 2 and c eq 3', [0, 2], 'b eq 2'],
    ['(a eq 1 and b eq 2) and (c eq 3)', [0], '(b eq 2) and (c eq 3)'],
    ['(a eq 1 and b eq 2) and (c eq 3)', [0, 1], '(c eq 3)'],
    ['((a eq 1)  and  (b eq 2))', [1], '((a eq 1))'],
    ['a eq 1', [0], ''],
  ])('%s without %j is %s', (text, without, left) => {
    const keep = (clause: { text: string }, index: number) =>
      without.includes(index) ? undefined : clause.text
    expect(printClauses(splitFilter(text), keep)).toBe(left)
  })

  test('each span names its text', () => {
    const text = " (a eq 1 and ( b eq 'x' )) and c eq 3 "
    for (const { from, to, text: clause } of splitFilter(text).clauses) {
      expect(text.slice(from, to)).toBe(clause)
    }
  })

  test.each([
    ['', 'unexpected_end', 0],
    ['a eq 1 and', 'unexpected_end', 10],
    ["a eq 'x and b eq 2", 'unterminated_string', 5],
  ])('%s is refused', (text, code, position) => {
    expect(() => splitFilter(text)).toThrow(expect.objectContaining({ code, position }))
  })

  test('nesting is cut up to where it is refused', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}a eq 1 and b eq 2${')'.repeat(depth)}`
    expect(clausesOf(nested(90))).toEqual(['a eq 1', 'b eq 2'])
    expect(() => splitFilter(nested(500))).toThrow(expect.objectContaining({ code: 'too_deep' }))
  })

  test('a filter of a thousand clauses is cut, too', () => {
    const text = Array.from({ length: 1000 }, (_, index) => `f${index} eq ${index}`).join(' and ')
    expect(clausesOf(text)).toHaveLength(1000)
  })
})

const leaf = fc.constantFrom(
  'a eq 1',
  "Name eq 'x and y'",
  'b eq 2 or c eq 3',
  'not (d eq 4 and e eq 5)',
  "not f eq 'or'",
  'year(D) eq 2024',
  '(g add 2) mul 3 gt 7',
  'and eq 6',
)
const gap = fc.constantFrom(' ', '  ', '\t')
const { filter } = fc.letrec<{ filter: string }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf.map((text) => (text.includes(' or ') ? `(${text})` : text)),
    tie('filter').map((text) => `(${text})`),
    fc
      .tuple(fc.array(tie('filter'), { minLength: 2, maxLength: 4 }), gap, gap)
      .map(([parts, left, right]) => parts.join(`${left}and${right}`)),
  ),
}))

describe('cutting and joining', () => {
  test('loses nothing: all clauses together are the text, to the letter', async () => {
    await fc.assert(
      fc.property(filter, fc.constantFrom('', ' ', '\t '), (text, blank) => {
        const given = `${blank}${text}${blank}`
        expect(printClauses(splitFilter(given), (clause) => clause.text)).toBe(given)
      }),
      { numRuns: 100 },
    )
  })

  test('what is left means the clauses that are left, in their order', async () => {
    await fc.assert(
      fc.property(filter, fc.infiniteStream(fc.boolean()), (text, choices) => {
        const split = splitFilter(text)
        const chosen = split.clauses.map(() => choices.next().value === true)
        const left = printClauses(split, (clause, index) =>
          chosen[index] ? clause.text : undefined,
        )
        const expected = split.clauses
          .filter((_, index) => chosen[index])
          .flatMap((clause) => conjuncts(clause.expression))
        expect(left === '' ? [] : conjuncts(parseFilter(left))).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  })

  test('the clauses mean what the filter means', async () => {
    await fc.assert(
      fc.property(filter, (text) => {
        const parts = splitFilter(text).clauses.flatMap((clause) => conjuncts(clause.expression))
        expect(parts).toEqual(conjuncts(parseFilter(text)))
      }),
      { numRuns: 100 },
    )
  })
})
