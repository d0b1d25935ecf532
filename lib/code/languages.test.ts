import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CodeFacts,
  type CodeRequest,
  secretVariable,
  toCodeRequest,
} from '@/lib/code/code-request'
import { type CodeLanguage, codeLanguages } from '@/lib/code/languages'
import { markCode } from '@/lib/code/mark-code'
import { toBruno } from '@/lib/code/to-bruno'
import { asRoot } from '@/lib/odata/query/filter-tree'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { emptyQuery, type Query } from '@/lib/odata/query/query'

const facts: CodeFacts = {
  cloud: 'public',
  authorityUrl: null,
  tenantId: '72f988bf-86f1-41af-91ab-2d7cd011db47',
  clientId: '11111111-2222-3333-4444-555555555555',
  environmentUrl: 'https://contoso.operations.dynamics.com',
}

function requestOf(query: Query, given: Partial<CodeFacts> = {}): CodeRequest {
  const request = toCodeRequest(query, { ...facts, ...given })
  if (!request) throw new Error('no request')
  return request
}

const query = parseQuery(
  'CustomersV3',
  "cross-company=true&$filter=dataAreaId eq 'usmf' and Status eq Microsoft.Dynamics.DataEntities.NoYes'Yes'&$top=5",
)

describe.each(codeLanguages.map(({ name, write }) => ({ name, write })))('$name', ({ write }) => {
  test('asks for a token of the app with the secret from outside, and reads across companies', () => {
    const code = write(requestOf(query))
    expect(code).toContain('client_credentials')
    expect(code).toContain(secretVariable)
    expect(code).toContain('https://login.microsoftonline.com')
    expect(code).toContain('/72f988bf-86f1-41af-91ab-2d7cd011db47/oauth2/v2.0/token')
    expect(code).toContain('@odata')
    expect(code).toContain('nextLink')
    expect(code).toMatch(/429/)
    expect(code).toMatch(/Retry-After/i)
    expect(code).toContain('cross-company')
    expect(code).toContain('Microsoft.Dynamics.DataEntities.NoYes')
    expect(code).toContain('CustomersV3')
  })
})

test.each([
  ['public', null, 'https://login.microsoftonline.com/'],
  ['usgov', null, 'https://login.microsoftonline.us/'],
  ['china', null, 'https://login.partner.microsoftonline.cn/'],
  ['custom', 'https://adfs.corp.example', 'https://adfs.corp.example/'],
] as const)('a connection in %s asks %s%s', (cloud, authorityUrl, origin) => {
  expect(requestOf(query, { cloud, authorityUrl }).tokenUrl).toBe(
    `${origin}72f988bf-86f1-41af-91ab-2d7cd011db47/oauth2/v2.0/token`,
  )
})

test('a custom cloud without an authority has no code', () => {
  expect(toCodeRequest(query, { ...facts, cloud: 'custom' })).toBeUndefined()
})

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    "'",
    '"',
    '\\',
    '`',
    '$(id)',
    '\n# x',
    '*/',
    '{{x}}',
    '\u2028',
    '"""',
    '%zz',
    '?#',
    '%00',
  ),
  fc.string({ unit: 'binary' }),
)
const queries = fc
  .record({ entitySet: nasty, literal: nasty, option: nasty, key: fc.option(nasty) })
  .map(({ entitySet, literal, option, key }) => ({
    literal,
    query: {
      ...emptyQuery(entitySet),
      key: key === null ? null : ({ kind: 'raw', text: key } as const),
      filter: asRoot({
        kind: 'condition',
        field: 'Name',
        operator: 'eq',
        value: { type: 'Edm.String', value: literal },
      }),
      others: [{ name: `x${option}`, value: option }],
    } satisfies Query,
  }))
const given = fc.record({ tenantId: nasty, clientId: nasty })

const wellFormed = (text: string) => Buffer.from(text).toString()

test('every literal of a query is in its request, whatever it holds', () => {
  fc.assert(
    fc.property(queries, given, ({ query: hostile, literal }, ids) => {
      const request = requestOf(hostile, ids)
      const expected = `Name eq '${wellFormed(literal).replaceAll("'", "''")}'`
      expect(request.options).toContainEqual(['$filter', expected])
      expect([...new URL(request.url).searchParams]).toContainEqual(['$filter', expected])
      for (const text of [request.url, request.tokenUrl, request.path]) {
        expect(text).toMatch(/^[\w\-.~:/?[\]@!$&'()*+,;=%]*$/)
      }
    }),
  )
})

/** A program without its comments and what its literals hold. */
function skeletonOf(language: CodeLanguage, code: string): string {
  return markCode(language, code)
    .filter(({ mark }) => mark !== 'comment')
    .map(({ mark, text }) => (mark === 'string' ? '""' : text))
    .join('')
    .replaceAll('[regex]::Unescape("")', '""')
    .replaceAll('--data ""', '--data-urlencode ""')
    .replace(/https:\S+|client_id=\S+/g, 'URL')
}

test.each(codeLanguages)('no name breaks out of its literal in $name', ({ id, write }) => {
  const expected = skeletonOf(id, write(requestOf(parseQuery('Set', "$filter=Name eq 'x'&xa=b"))))
  fc.assert(
    fc.property(queries, given, ({ query: hostile }, ids) => {
      expect(skeletonOf(id, write(requestOf(hostile, ids)))).toBe(expected)
    }),
    { numRuns: 40 },
  )
})

test('nor does it in the script that is part of a Bruno collection', () => {
  const scriptOf = (request: CodeRequest) => {
    const { root } = JSON.parse(toBruno(request)) as {
      root: { request: { script: { req: string } } }
    }
    return skeletonOf('typescript', root.request.script.req)
  }
  const expected = scriptOf(requestOf(query))
  fc.assert(
    fc.property(queries, given, ({ query: hostile }, ids) => {
      expect(scriptOf(requestOf(hostile, ids))).toBe(expected)
    }),
  )
})
