import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { withoutPositions } from '@/lib/odata/filter'
import { type KeyPart, parseKey, printKey } from '@/lib/odata/keys'
import { parseFilter } from '@/lib/odata/parse-filter'
import { parseQueryOptions, printQueryOptions, type QueryOptions } from '@/lib/odata/query-options'
import { parseResourcePath, printResourcePath } from '@/lib/odata/resource-path'
import { parseServiceDocument, toServiceDocument } from '@/lib/odata/service-document'

const text = (value: string) => ({ type: 'Edm.String', value }) as const
const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,12}$/)
const part = (named: boolean) =>
  fc.record({
    name: named ? name : fc.constant(null),
    value: fc.oneof(
      fc.string().map(text),
      fc.integer().map((value) => ({ type: 'Edm.Int32', value: String(value) }) as const),
      fc.constant({ type: 'enum', enumType: 'A.NoYes', value: 'Yes' } as const),
    ),
  })
const key: fc.Arbitrary<KeyPart[]> = fc.oneof(
  fc.tuple(part(false)),
  fc.uniqueArray(part(true), { minLength: 1, maxLength: 4, selector: ({ name: own }) => own }),
)

describe('keys', () => {
  test('what is printed reads back', async () => {
    await fc.assert(
      fc.property(key, (parts) => {
        expect(parseKey(printKey(parts).slice(1, -1))).toEqual(parts)
      }),
    )
  })

  test('a key of many parts keeps their order and their types', () => {
    expect(
      parseKey("dataAreaId='usmf', LineNumber=3.0 ,On=2024-01-01T00:00:00Z,Kind=A.B'C'"),
    ).toEqual([
      { name: 'dataAreaId', value: text('usmf') },
      { name: 'LineNumber', value: { type: 'Edm.Decimal', value: '3.0' } },
      { name: 'On', value: { type: 'Edm.DateTimeOffset', value: '2024-01-01T00:00:00Z' } },
      { name: 'Kind', value: { type: 'enum', enumType: 'A.B', value: 'C' } },
    ])
  })

  test.each([
    ['', 0],
    ["'a','b'", 0],
    ["a='x',a='y'", 6],
    ["a='x','y'", 6],
    ['a=b', 0],
    ["a='x", 0],
    ["a='x',", 6],
    ["{'dataAreaId': 'usmf'}", 0],
  ])('(%s) is refused at %i', (malformed, position) => {
    expect(() => parseKey(malformed)).toThrow(
      expect.objectContaining({ code: 'key_malformed', position }),
    )
  })
})

describe('paths', () => {
  test('what is printed reads back, whatever the key holds', async () => {
    const segment = fc.record({ name, key: fc.option(key) })
    await fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 3 }), (segments) => {
        const printed = printResourcePath(segments)
        expect(parseResourcePath(printed)).toEqual(segments)
        expect(parseResourcePath(new URL(`https://a.test/${printed}`).pathname.slice(1))).toEqual(
          segments,
        )
      }),
    )
  })

  test.each([
    ["Set(dataAreaId='usmf',Id='a%2Fb%27%27c')/Lines", 'Set Lines'],
    ["Set('a/b')/$count", 'Set $count'],
    ['Set/Ns.Action()', 'Set Ns.Action'],
    ['$metadata', '$metadata'],
    ['', ''],
  ])('%s names %s', (path, names) => {
    expect(
      parseResourcePath(path)
        .map((segment) => segment.name)
        .join(' '),
    ).toBe(names)
  })

  test.each(['Set(', 'Set)', "Set('a'", 'a b', 'Set//x', '%E0%A4%A', "Set('a')x", '..'])(
    '%s is refused',
    (path) => {
      expect(() => parseResourcePath(path)).toThrow(ODataSyntaxError)
    },
  )
})

describe('query options', () => {
  test.each([
    ['?$filter=Name%20eq%20%27a%26b%27&$top=5', { filter: "Name eq 'a&b'", top: 5 }],
    ['$select=A,B&$orderby=A desc,B&$skip=3', { select: ['A', 'B'], skip: 3 }],
    ['cross-company=True&$count=false', { crossCompany: true, count: false }],
    ["$expand=Lines($select=A,B;$filter=X eq 'a;b'),Other", {}],
    ['$apply=x&mine=1&mine=2', { unknown: ['$apply'], custom: { mine: '2' } }],
  ])('%s is read', (search, expected) => {
    const { filter, ...options } = parseQueryOptions(search)
    const { filter: wanted, ...others } = expected as { filter?: string }
    expect(options).toMatchObject(others)
    expect(filter && withoutPositions(filter)).toEqual(
      wanted && withoutPositions(parseFilter(wanted)),
    )
  })

  test('options inside $expand stay with their navigation', () => {
    const { expand } = parseQueryOptions(
      "$expand=Lines($select=A,B;$filter=X eq 'a;b'),Other/$count",
    )
    expect(expand).toEqual([
      {
        path: 'Lines',
        options: [
          { name: '$select', value: 'A,B' },
          { name: '$filter', value: "X eq 'a;b'" },
        ],
      },
      { path: 'Other/$count', options: [] },
    ])
  })

  test('what is printed reads back', async () => {
    const items = fc.array(name, { minLength: 1, maxLength: 4 })
    const given = fc.record(
      {
        filter: fc.string().map((value) => parseFilter(`Name eq '${value.replaceAll("'", "''")}'`)),
        select: items,
        expand: items.map((paths) =>
          paths.map((path) => ({ path, options: [{ name: '$select', value: 'A,B' }] })),
        ),
        orderBy: items.map((names) =>
          names.map((own, index) => ({
            expression: parseFilter(own),
            descending: index % 2 === 0,
          })),
        ),
        top: fc.nat(),
        skip: fc.nat(),
        count: fc.boolean(),
        crossCompany: fc.boolean(),
        skipToken: fc.string(),
        custom: fc.dictionary(name, fc.string(), { minKeys: 1 }),
      },
      { requiredKeys: [] },
    )
    const bare = (options: QueryOptions) =>
      JSON.parse(JSON.stringify(options, (field, value) => (field === 'at' ? undefined : value)))
    await fc.assert(
      fc.property(given, (options) => {
        expect(bare(parseQueryOptions(printQueryOptions(options)))).toEqual(bare(options))
      }),
    )
  })

  test('a person can read what is printed', () => {
    const options = {
      filter: parseFilter("Name eq '*retail*' and dataAreaId eq 'usrt'"),
      crossCompany: true,
      top: 10,
    }
    expect(printQueryOptions(options)).toBe(
      "cross-company=true&$filter=Name%20eq%20'*retail*'%20and%20dataAreaId%20eq%20'usrt'&$top=10",
    )
  })

  test.each([
    ['$top=1&$top=1', 'option_repeated'],
    ['$top=x', 'option_malformed'],
    ['$top=1.5', 'option_malformed'],
    ['$skip=-1', 'option_malformed'],
    ['$top=99999999999999999999', 'option_malformed'],
    ['$count=yes', 'option_malformed'],
    ['$select=a b', 'option_malformed'],
    ['$expand=Lines(', 'option_malformed'],
    ['$expand=Lines(x)', 'option_malformed'],
    ['$orderby=Name down', 'unexpected_token'],
    ['$filter=', 'unexpected_end'],
  ])('%s is refused: %s', (search, code) => {
    expect(() => parseQueryOptions(search)).toThrow(expect.objectContaining({ code }))
  })

  test('no text makes it crash', async () => {
    await fc.assert(
      fc.property(
        fc.constantFrom('$filter', '$select', '$expand', '$orderby', '$top', '$skip', '$count'),
        fc.string({ unit: 'binary' }),
        (option, value) => {
          try {
            parseQueryOptions(`${option}=${encodeURIComponent(value.toWellFormed?.() ?? '')}`)
          } catch (error) {
            expect(error).toBeInstanceOf(ODataSyntaxError)
          }
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('service documents', () => {
  test('what is written reads back, and an entry without a kind is an entity set', () => {
    expect(
      parseServiceDocument(toServiceDocument('https://a.test/data/$metadata', ['A', 'B'])),
    ).toEqual([
      { name: 'A', kind: 'EntitySet', url: 'A' },
      { name: 'B', kind: 'EntitySet', url: 'B' },
    ])
    expect(parseServiceDocument({ value: [{ name: 'A', url: 'x' }] })).toEqual([
      { name: 'A', kind: 'EntitySet', url: 'x' },
    ])
  })

  test.each([null, '<html>', {}, { value: {} }, { value: [{ name: 1 }] }])(
    '%j is refused',
    (json) => {
      expect(() => parseServiceDocument(json)).toThrow(
        expect.objectContaining({ code: 'document_malformed' }),
      )
    },
  )
})
