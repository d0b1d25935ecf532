import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLiteral } from '@/lib/odata/literal'
import {
  type FilterGroup,
  type FilterNode,
  normalizeFilter,
  printFilterTree,
} from '@/lib/odata/query/filter-tree'
import { parseFilterTree } from '@/lib/odata/query/parse-filter-tree'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { applyQuery, printQuery } from '@/lib/odata/query/print-query'
import { emptyQuery, noOptions, type Query, type ReadOptions } from '@/lib/odata/query/query'

const name = fc
  .stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/)
  .filter((text) => readLiteral(text) === undefined)
const literal = fc
  .oneof(
    fc.string({ unit: 'grapheme' }).map((text) => `'${text.replaceAll("'", "''")}'`),
    fc.constantFrom("'*'", "'**'", "'*x*'", "'a*b*'", "'x*'", "'*x'"),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
    fc.tuple(fc.integer(), fc.nat(99_999)).map(([whole, part]) => `${whole}.${part}`),
    fc.constantFrom('true', 'null', "duration'PT1H'", '1e5', '2024-01-31', '1900-01-01T00:00:00Z'),
    fc.uuid(),
    fc.constant("Microsoft.Dynamics.DataEntities.NoYes'Yes'"),
  )
  .map((text) => {
    const value = readLiteral(text)
    if (!value) throw new Error(`no literal: ${text}`)
    return value
  })
const raw = fc.constantFrom(
  'not (a eq 1 and b eq 2)',
  "contains(Name,'x & y')",
  "Name in ('a','b')",
  '(a add 2)  mul 3 eq 7',
  "Lines/any(l:l/a eq 1 or l/b eq 'x')",
  "'x' eq Name",
  'and eq or',
)
const { node } = fc.letrec<{ node: FilterNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record({
      kind: fc.constant('condition' as const),
      field: name,
      operator: fc.constantFrom('eq' as const, 'ne', 'gt', 'ge', 'lt', 'le'),
      value: literal,
    }),
    fc.record({
      kind: fc.constant('condition' as const),
      field: name,
      operator: fc.constantFrom('contains' as const, 'begins', 'ends', 'lacks'),
      value: fc.string().map((value) => ({ type: 'Edm.String' as const, value })),
    }),
    fc.record({
      kind: fc.constant('one-of' as const),
      field: name,
      values: fc.array(literal, { maxLength: 3 }),
    }),
    raw.map((text) => ({ kind: 'raw' as const, text })),
    fc.record({
      kind: fc.constant('group' as const),
      join: fc.constantFrom('and' as const, 'or'),
      items: fc.array(tie('node'), { maxLength: 3 }),
    }),
  ),
}))
const filter: fc.Arbitrary<FilterGroup> = fc.record({
  kind: fc.constant('group' as const),
  join: fc.constantFrom('and' as const, 'or'),
  items: fc.array(node, { maxLength: 3 }),
})
const whole = fc.option(fc.nat(100_000))
const readOptions: fc.Arbitrary<ReadOptions> = fc.record({
  select: fc.array(name, { maxLength: 3 }),
  filter: filter.map(normalizeFilter),
  orderBy: fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('field' as const), field: name, descending: fc.boolean() }),
      fc.record({ kind: fc.constant('raw' as const), text: fc.constant('a add 1 desc') }),
    ),
    { maxLength: 2 },
  ),
  top: whole,
  skip: whole,
  count: fc.option(fc.boolean()),
  others: fc.constant([]),
})
const other = fc.oneof(
  fc.record({ name: fc.stringMatching(/^[a-z?(&= %']{1,6}$/), value: fc.string() }),
  fc.constantFrom(
    { name: '$apply', value: 'groupby((A))' },
    { name: '$top', value: 'many' },
    { name: '$filter', value: "a eq '" },
    { name: 'flag', value: null },
  ),
)
const query: fc.Arbitrary<Query> = fc
  .record({
    options: readOptions,
    key: fc.option(
      fc.uniqueArray(fc.record({ name, value: literal }), {
        minLength: 1,
        maxLength: 3,
        selector: (part) => part.name,
      }),
    ),
    expand: fc.array(
      fc.record({ relation: name, options: readOptions }).map(({ relation, options }) => ({
        ...options,
        relation,
      })),
      { maxLength: 2 },
    ),
    crossCompany: fc.option(fc.boolean()),
    others: fc.array(other, { maxLength: 2 }),
  })
  .map(({ options, key, expand, crossCompany, others }) => ({
    ...options,
    entitySet: 'Set',
    key: key && { kind: 'parts', parts: key },
    expand,
    crossCompany,
    others,
  }))

describe('a query and its text', () => {
  test('what is printed reads back as the same query', () => {
    fc.assert(
      fc.property(query, (written) => {
        expect(parseQuery('Set', printQuery(written))).toEqual(written)
      }),
      { numRuns: 100 },
    )
  })

  test('any text at all is read, and what is printed of it reads the same', () => {
    const scraps = fc
      .array(
        fc.constantFrom(
          ...[
            '$filter=',
            '$select=',
            '$top=5',
            '$expand=Lines(',
            '&',
            ' ',
            "'",
            '(',
            ')',
            ';',
            ',',
          ],
          ...['Name', ' eq ', ' and ', ' or ', 'not ', '%41', '%', '?', '=', 'cross-company=True'],
          ...["A='x'", '\n', '$orderby=a desc', 'https://a.test/data/Set', '*', '1', '+'],
        ),
        { maxLength: 16 },
      )
      .map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string()), (text) => {
        const read = parseQuery('Set', text)
        expect(parseQuery('Set', printQuery(read))).toEqual(read)
      }),
      { numRuns: 500 },
    )
  })

  test('a change writes the query that was meant, over any text', () => {
    fc.assert(
      fc.property(query, query, (before, next) => {
        const text = printQuery(before)
        expect(parseQuery('Set', applyQuery(text, next))).toEqual(next)
        expect(applyQuery(text, before)).toBe(text)
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    [
      '$top=5&$filter=( b  eq 2 ) and a eq 1&mine=x&$select=A, B',
      { top: 7 },
      '$top=7&$filter=( b  eq 2 ) and a eq 1&mine=x&$select=A, B',
    ],
    ['$select=A, B&$top=5', { top: null }, '$select=A, B'],
    ['$filter=&$top=5', { select: ['A'] }, '$filter=&$top=5&$select=A'],
    ['$top=5', { crossCompany: true }, '$top=5&cross-company=true'],
    ['$filter=a eq&$top=5', { top: 6 }, '$filter=a eq&$top=6'],
  ])('of %j only what %j changes is written anew', (text, change, expected) => {
    expect(applyQuery(text, { ...parseQuery('Set', text), ...change })).toBe(expected)
  })
})

describe('a filter as a tree', () => {
  test('what is printed reads back in its normal form', () => {
    fc.assert(
      fc.property(filter, (written) => {
        const normal = normalizeFilter(written)
        const text = printFilterTree(written)
        expect(text === '' ? noOptions.filter : parseFilterTree(text)).toEqual(normal)
        expect(printFilterTree(normal)).toBe(text)
      }),
      { numRuns: 150 },
    )
  })

  const shape = (node: FilterNode): unknown => {
    switch (node.kind) {
      case 'raw':
        return node.text
      case 'condition':
        return [node.field, node.operator, 'value' in node.value ? node.value.value : null]
      case 'one-of':
        return [node.field, 'one of', node.values.length]
      case 'group':
        return { [node.join]: node.items.map(shape) }
    }
  }

  test.each([
    ["Name eq '*retail*'", { and: [['Name', 'contains', 'retail']] }],
    ["Name eq 're*'", { and: [['Name', 'begins', 're']] }],
    ["Name eq '*re'", { and: [['Name', 'ends', 're']] }],
    ["Name ne '*re*'", { and: [['Name', 'lacks', 're']] }],
    ["Name eq 'a*b'", { and: [['Name', 'eq', 'a*b']] }],
    ["Name eq '*'", { and: [['Name', 'eq', '*']] }],
    ["A eq 'x' or A eq 'y'", { and: [['A', 'one of', 2]] }],
    [
      "(A eq 'x' or A eq 'y') and B eq 1",
      {
        and: [
          ['A', 'one of', 2],
          ['B', 'eq', '1'],
        ],
      },
    ],
    [
      "A eq 'x' or B eq 'y'",
      {
        or: [
          ['A', 'eq', 'x'],
          ['B', 'eq', 'y'],
        ],
      },
    ],
    [
      "(A eq 'x' or A eq 'y') or B eq 1",
      {
        or: [
          ['A', 'eq', 'x'],
          ['A', 'eq', 'y'],
          ['B', 'eq', '1'],
        ],
      },
    ],
    [
      'a eq 1 or b eq 2 and c eq 3',
      {
        or: [
          ['a', 'eq', '1'],
          {
            and: [
              ['b', 'eq', '2'],
              ['c', 'eq', '3'],
            ],
          },
        ],
      },
    ],
    [
      '(a eq 1 and (b eq 2)) and c eq 3',
      {
        and: [
          ['a', 'eq', '1'],
          ['b', 'eq', '2'],
          ['c', 'eq', '3'],
        ],
      },
    ],
    ['not (a eq 1) and year(D) eq  2024', { and: ['not (a eq 1)', 'year(D) eq  2024'] }],
    ['a eq null', { and: [['a', 'eq', null]] }],
  ])('%s is %j', (text, expected) => {
    expect(shape(parseFilterTree(text))).toEqual(expected)
  })
})

test('an empty query is an empty text', () => {
  expect(printQuery(emptyQuery('Set'))).toBe('')
  expect(parseQuery('Set', '')).toEqual(emptyQuery('Set'))
})
