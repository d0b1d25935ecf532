import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findReason } from '@/lib/catalog/why-empty/find-reason'
import type { Answer, Probe, Reasoning } from '@/lib/catalog/why-empty/inquiry'
import { readOptions, toQuery } from '@/lib/catalog/why-empty/options'
import { toQuestion } from '@/lib/catalog/why-empty/question'
import { type EmptyVerdict, whyEmptyReadsMax } from '@/lib/contract/why-empty'
import { rowsOf, testEnvironment } from '@/lib/sandbox/finops/test-environment'

const environment = testEnvironment(400)

type Asked = Readonly<{ verdict: EmptyVerdict; probes: readonly Probe[] }>

async function drive(
  reasoning: Reasoning<EmptyVerdict>,
  send: (probe: Probe) => Promise<Answer>,
): Promise<Asked> {
  const probes: Probe[] = []
  let step = reasoning.next()
  while (!step.done) {
    probes.push(step.value)
    step = reasoning.next(await send(step.value))
  }
  return { verdict: step.value, probes }
}

function sendAs(user: string) {
  return async ({ entitySet, options, metadata, optional }: Probe): Promise<Answer> => {
    const response = await environment.send(`/data/${entitySet}?${toQuery(options)}`, {
      user,
      headers: { accept: `application/json;odata.metadata=${metadata}` },
    })
    const text = await response.text()
    if (response.status === 200) {
      const page = JSON.parse(text)
      return { rows: rowsOf(page), count: page['@odata.count'] ?? null }
    }
    if (optional) return null
    throw new Error(`${entitySet}: ${response.status} ${text}`)
  }
}

async function why(options: string, as = 'Admin', path = 'CustomersV3'): Promise<Asked> {
  const query = new URLSearchParams(options.split('&').map((option) => splitOnce(option)))
  const asked = await drive(findReason(toQuestion({ path, query: query.toString() })), sendAs(as))
  expect(asked.probes.length).toBeLessThanOrEqual(whyEmptyReadsMax)
  return asked
}

function splitOnce(option: string): [string, string] {
  const mark = option.indexOf('=')
  return [option.slice(0, mark), option.slice(mark + 1)]
}

/** Rows that the corrected query brings, run as it is. */
async function rowsAfter({ corrected }: EmptyVerdict, as: string, path: string): Promise<number> {
  const options = (corrected?.options ?? '').split('&').map(splitOnce)
  const query = toQuery(options.map(([name, value]) => ({ name, value })))
  const page = await environment.read(`/data/${path}?${query}`, { user: as })
  return rowsOf(page).length
}

const onHold = 'OnHoldStatus eq Microsoft.Dynamics.DataEntities.CustVendorBlocked'
const orders = 'SalesOrderHeadersV2'

type Case = Readonly<{
  path?: string
  as?: string
  options: string
  reason: EmptyVerdict['reason']
  clauses?: readonly string[]
  companies?: readonly string[]
  corrected?: string
}>

const cases: readonly Case[] = [
  { options: '$top=0', reason: 'top_zero', corrected: '$top=50' },
  { options: '$top=5&$skip=9999', reason: 'beyond_end', corrected: '$top=5' },
  { options: '$top=5&$skiptoken=99999999', reason: 'beyond_end', corrected: '$top=5' },
  {
    options: "$filter=AddressCity eq 'Köln'&$top=5",
    reason: 'default_company',
    companies: ['demf'],
    corrected: "$filter=AddressCity eq 'Köln'&$top=5&cross-company=true",
  },
  {
    options: "cross-company=false&$filter=dataAreaId eq 'DEMF' and CreditLimit ge 0",
    reason: 'company_not_crossed',
    clauses: ["dataAreaId eq 'DEMF'"],
    companies: ['demf'],
    corrected: "cross-company=true&$filter=dataAreaId eq 'DEMF' and CreditLimit ge 0",
  },
  {
    options: "$filter=dataAreaId ne 'usmf'",
    reason: 'company_not_crossed',
    companies: ['usrt', 'demf', 'frrt', 'gbsi'],
    corrected: "$filter=dataAreaId ne 'usmf'&cross-company=true",
  },
  {
    options: "$filter=dataAreaId eq 'umsf' and CreditLimit ge 0&cross-company=true",
    reason: 'company_unknown',
    clauses: ["dataAreaId eq 'umsf'"],
    companies: ['umsf'],
  },
  {
    options: "$filter=CreditLimit ge 0 and (dataAreaId eq 'usmff')",
    reason: 'company_unknown',
    clauses: ["(dataAreaId eq 'usmff')"],
    corrected: "$filter=CreditLimit ge 0 and dataAreaId eq 'usmf'&cross-company=true",
  },
  {
    options: "$filter=dataAreaId eq 'dat'&cross-company=true",
    reason: 'company_empty',
    clauses: ["dataAreaId eq 'dat'"],
    companies: ['dat'],
  },
  {
    options: "$filter=dataAreaId eq 'usmf' and dataAreaId eq 'usrt'&cross-company=true",
    reason: 'clauses_exclude',
    clauses: ["dataAreaId eq 'usmf'", "dataAreaId eq 'usrt'"],
  },
  {
    options: "cmp=demf&$filter=AddressCity eq 'Köln' or AddressCity eq 'Hamburg'",
    reason: 'company_option',
    companies: ['demf'],
    corrected:
      "$filter=dataAreaId eq 'demf' and (AddressCity eq 'Köln' or AddressCity eq 'Hamburg')&cross-company=true",
  },
  {
    options: "crossCompany=true&$filter=AddressCity eq 'Köln'",
    reason: 'company_option',
    corrected: "$filter=(AddressCity eq 'Köln')&cross-company=true",
  },
  {
    options: "$filter=CustomerGroupId eq 'XQ'&$top=5&$orderby=CreditLimit",
    reason: 'clause',
    clauses: ["CustomerGroupId eq 'XQ'"],
    corrected: '$top=5&$orderby=CreditLimit',
  },
  {
    options: "$filter=SalesCurrencyCode eq 'USD' and CreditLimit gt 9000000 and SiteId ne 'X'",
    reason: 'clause',
    clauses: ['CreditLimit gt 9000000'],
    corrected: "$filter=SalesCurrencyCode eq 'USD' and SiteId ne 'X'",
  },
  {
    options: "$filter=(SiteId ne 'X') and (CreditLimit gt 9000000 or CreditLimit lt 0)",
    reason: 'clause',
    clauses: ['(CreditLimit gt 9000000 or CreditLimit lt 0)'],
    corrected: "$filter=(SiteId ne 'X')",
  },
  {
    options: "$filter=not (CreditLimit ge 0) and SiteId ne 'X'",
    reason: 'clause',
    clauses: ['not (CreditLimit ge 0)'],
  },
  {
    options: `$filter=${onHold}'Never' and SiteId ne 'X'`,
    reason: 'enum_value',
    clauses: [`${onHold}'Never'`],
    corrected: "$filter=SiteId ne 'X'",
  },
  {
    path: orders,
    options: "$filter=SalesOrderNumber eq '1'",
    reason: 'text_differs',
    clauses: ["SalesOrderNumber eq '1'"],
    corrected: "$filter=SalesOrderNumber eq '000001'",
  },
  {
    options: "$filter=CustomerAccount eq 'us001 '",
    reason: 'clause',
  },
  {
    options: "$filter=CustomerAccount eq ' US-001' and CreditLimit ge 0",
    reason: 'text_differs',
    corrected: "$filter=CustomerAccount eq 'US-001' and CreditLimit ge 0",
  },
  {
    options: "$filter=OrganizationName eq 'Imports'",
    reason: 'text_part',
    corrected: "$filter=OrganizationName eq '*Imports*'",
  },
  {
    options: "$filter=OrganizationName eq '%Imports'",
    reason: 'percent_wildcard',
    corrected: "$filter=OrganizationName eq '*Imports'",
  },
  {
    path: orders,
    options: '$filter=OrderCreationDateTime eq 2020-04-19T00:00:00Z',
    reason: 'date_with_time',
    corrected:
      '$filter=OrderCreationDateTime ge 2020-04-19T00:00:00Z and OrderCreationDateTime lt 2020-04-20T00:00:00Z',
  },
  {
    path: orders,
    options: '$filter=ConfirmedShippingDate eq null',
    reason: 'date_null',
    corrected: '$filter=ConfirmedShippingDate lt 1900-01-02T00:00:00Z',
  },
  {
    path: orders,
    options:
      '$filter=OrderCreationDateTime ge 2022-01-01T00:00:00Z and OrderCreationDateTime lt 2021-01-01T00:00:00Z',
    reason: 'clauses_exclude',
    clauses: [
      'OrderCreationDateTime ge 2022-01-01T00:00:00Z',
      'OrderCreationDateTime lt 2021-01-01T00:00:00Z',
    ],
  },
  {
    options: "$filter=CustomerGroupId eq 'XQ' and SiteId ne 'X' and CreditLimit gt 9000000",
    reason: 'clauses_several',
    clauses: ["CustomerGroupId eq 'XQ'", 'CreditLimit gt 9000000'],
    corrected: "$filter=SiteId ne 'X'",
  },
  {
    as: 'GERMAN',
    options: "$filter=dataAreaId eq 'usrt' and CustomerGroupId eq 'XQ'",
    reason: 'clause',
    clauses: ["CustomerGroupId eq 'XQ'"],
    corrected: "$filter=dataAreaId eq 'usrt'&cross-company=true",
  },
  {
    path: 'Currencies',
    options: "$filter=CurrencyCode eq 'XQX'",
    reason: 'clause',
    clauses: ["CurrencyCode eq 'XQX'"],
    corrected: '',
  },
]

describe('why a read of the practice environment is empty', () => {
  test.each(cases)('$reason: $path $options', async (given) => {
    const { as = 'Admin', path = 'CustomersV3', options } = given
    const { verdict } = await why(options, as, path)
    expect(verdict.reason).toBe(given.reason)
    if (given.clauses) expect(verdict.clauses.map(({ text }) => text)).toEqual(given.clauses)
    if (given.companies) expect(verdict.companies).toEqual(given.companies)
    if (given.corrected !== undefined) expect(verdict.corrected?.options).toBe(given.corrected)
    if (verdict.corrected) expect(await rowsAfter(verdict, as, path)).toBeGreaterThan(0)
    const filter = new URLSearchParams(options.replaceAll('+', '%2B')).get('$filter') ?? ''
    for (const { from, to, text } of verdict.clauses) expect(filter.slice(from, to)).toBe(text)
  })

  test('a set that shows no rows says that it may be empty or hidden, and blames nothing', async () => {
    const { verdict, probes } = await drive(
      findReason(toQuestion({ path: 'CustomersV3', query: "$filter=Name eq 'x'" })),
      async () => ({ rows: [], count: null }),
    )
    expect(verdict).toMatchObject({
      reason: 'nothing_visible',
      confidence: 'possible',
      corrected: null,
      clauses: [],
    })
    expect(verdict.sentence).toContain('roles')
    expect(probes).toHaveLength(2)
  })

  test('a read that brings rows by now is not explained away', async () => {
    const { verdict, probes } = await why('$top=5&$skip=1')
    expect(verdict).toMatchObject({
      reason: 'not_empty',
      corrected: { options: '$top=5&$skip=1' },
    })
    expect(probes).toHaveLength(1)
  })

  test('where companies may not be listed, an unknown one is not called unknown', async () => {
    const admin = sendAs('Admin')
    const { verdict } = await drive(
      findReason(
        toQuestion({
          path: 'CustomersV3',
          query: "$filter=dataAreaId eq 'umsf'&cross-company=true",
        }),
      ),
      async (probe) => (probe.entitySet === 'LegalEntities' ? null : admin(probe)),
    )
    expect(verdict).toMatchObject({ reason: 'company_empty', confidence: 'likely' })
    expect(verdict.sentence).toContain('cannot be read')
  })

  test('no probe asks for more than a sample, nor for all fields once the key is known', async () => {
    const { probes } = await why(
      "$filter=CustomerGroupId eq 'XQ' and SiteId ne 'X'&$expand=CustomerGroup",
    )
    for (const [index, { options }] of probes.entries()) {
      expect(Number(options.find(({ name }) => name === '$top')?.value)).toBeLessThanOrEqual(1000)
      if (index > 2) expect(options.map(({ name }) => name)).toContain('$select')
    }
  })
})

/** Rows are numbers; clause `f3 eq 1` lets the rows pass whose third bit is set. */
function answerFrom(rows: readonly number[]) {
  return async ({ options }: Probe): Promise<Answer> => {
    const filter = options.find(({ name }) => name === '$filter')?.value ?? ''
    const bits = [...filter.matchAll(/f(\d+) eq 1/g)].map(([, bit]) => 1 << Number(bit))
    const found = rows.filter((row) => bits.every((bit) => (row & bit) !== 0))
    return { rows: found.slice(0, 1).map((row) => ({ row })), count: null }
  }
}

const filterOf = (clauses: readonly number[]) => clauses.map((bit) => `f${bit} eq 1`).join(' and ')

describe('any filter over any rows', () => {
  const world = fc.record({
    count: fc.integer({ min: 1, max: 20 }),
    rows: fc.array(fc.nat(2 ** 20 - 1), { minLength: 1, maxLength: 12 }),
  })

  test('what is blamed is to blame, and the corrected query brings rows', async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ count, rows }) => {
        const all = Array.from({ length: count }, (_, bit) => bit)
        const filter = filterOf(all)
        const send = answerFrom(rows)
        const isEmpty = async (options: string) => {
          const query = readOptions(options)
          const probe = { what: '', entitySet: 'X', options: query } as const
          const answer = await send({ ...probe, metadata: 'minimal', optional: false })
          return answer?.rows.length === 0
        }
        fc.pre(await isEmpty(`$filter=${filter}`))
        const question = toQuestion({ path: 'X', query: `$filter=${filter}` })
        const { verdict, probes } = await drive(findReason(question), send)
        expect(probes.length).toBeLessThanOrEqual(whyEmptyReadsMax)
        if (verdict.reason === 'not_found') {
          expect(probes).toHaveLength(whyEmptyReadsMax)
          return
        }
        expect(verdict.clauses.length).toBeGreaterThan(0)
        expect(await isEmpty(verdict.corrected?.options ?? '')).toBe(false)
        if (verdict.reason !== 'clause' && verdict.reason !== 'clauses_exclude') return
        for (const blamed of verdict.clauses) {
          const rest = all.filter((bit) => `f${bit} eq 1` !== blamed.text)
          expect(await isEmpty(`$filter=${filterOf(rest)}`)).toBe(false)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('of a thousand clauses the one that empties it is found in the reads that there are', async () => {
    const clauses = Array.from({ length: 1000 }, (_, bit) => `f${bit} eq ${bit === 713 ? 2 : 1}`)
    const { verdict, probes } = await drive(
      findReason(toQuestion({ path: 'X', query: `$filter=${clauses.join(' and ')}` })),
      async ({ options }) => {
        const filter = options.find(({ name }) => name === '$filter')?.value ?? ''
        return { rows: filter.includes('eq 2') ? [] : [{}], count: null }
      },
    )
    expect(verdict.reason).toBe('not_found')
    expect(verdict.sentence).toContain('used up')
    expect(probes).toHaveLength(whyEmptyReadsMax)
  })
})

describe('what cannot be asked', () => {
  test.each([
    ["CustomersV3('x')", '', 'bad_path'],
    ["CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')/Orders", '', 'bad_path'],
    ['CustomersV3/$count', '', 'bad_path'],
    ['$metadata', '', 'bad_path'],
    ['', '', 'bad_path'],
    ['../metadata', '', 'bad_path'],
    ['CustomersV3', '$filter=', 'bad_query'],
    ['CustomersV3', "$filter=Name eq 'x", 'bad_query'],
    ['CustomersV3', `$filter=${'('.repeat(300)}a eq 1`, 'bad_query'],
    ['CustomersV3', '$top=-1', 'bad_query'],
    ['CustomersV3', '$top=1&$top=2', 'bad_query'],
    ['CustomersV3', '$filter=a eq 1\r\nX: y', 'bad_query'],
    ['CustomersV3', '$top=1?x', 'bad_query'],
  ])('%s?%s is refused: %s', (path, query, code) => {
    expect(() => toQuestion({ path, query })).toThrow(expect.objectContaining({ code }))
  })

  test('the place that does not parse is named', () => {
    expect(() => toQuestion({ path: 'X', query: '$filter=a eq 1 und b eq 2' })).toThrow(
      'unexpected token at position 7',
    )
  })
})
