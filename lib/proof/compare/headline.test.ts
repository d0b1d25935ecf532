import { describe, expect, test } from 'vitest'
import type {
  Comparison,
  ConfigurationChange,
  FactChange,
  LinkChange,
} from '@/lib/contract/comparison'
import type { ProofSummary } from '@/lib/contract/proof'
import { toHeadline } from '@/lib/proof/compare/headline'
import { whenWords } from '@/lib/proof/compare/when'

const now = new Date('2026-11-26T10:00:00.000Z')

function run(verdict: ProofSummary['verdict'], finishedAt: string): ProofSummary {
  return {
    id: 'prf_00000000000000000000',
    connectionId: 'con_00000000000000000000',
    until: 'trust',
    startedAt: finishedAt,
    finishedAt,
    verdict,
    sentence: '',
    firstBreak: verdict === 'failed' ? 'trust' : null,
    brokenStep: verdict === 'failed' ? 'trust' : null,
    warnings: 0,
  }
}

const worked = run('passed', '2026-11-24T14:02:00.000Z')
const failed = run('failed', '2026-11-26T09:10:00.000Z')
const workedLater = run('passed', '2026-11-26T09:10:00.000Z')

function link(change: Partial<LinkChange>): LinkChange {
  const passed = { verdict: 'passed', says: 'It is in order.' } as const
  return {
    checkId: 'mapped-user',
    step: 'trust',
    title: 'The mapped user is usable',
    before: passed,
    after: passed,
    facts: [],
    took: null,
    ...change,
  }
}
const fact = (name: string, before: string | null, after: string | null): FactChange => ({
  name,
  before,
  after,
})
const user = fact('the mapped user', 'ODataIntegration', 'Admin')
const broke = link({
  checkId: 'trust',
  after: { verdict: 'failed', says: 'Finance & Operations does not know this app yet' },
})
const secret: ConfigurationChange = {
  at: '2026-11-25T08:00:00.000Z',
  who: 'Robin',
  what: 'stored another secret',
  fields: ['secret'],
}

const between = 'Between Tuesday 14:02 UTC (worked) and today 09:10 UTC (failed at step 5)'
const bothWorked = 'Between Tuesday 14:02 UTC (worked) and today 09:10 UTC (worked)'

describe('the headline', () => {
  test.each<[string, Pick<Comparison, 'links' | 'configuration'>, string]>([
    [
      'names the fact that changed and what broke',
      { links: [link({ facts: [user] }), broke], configuration: [] },
      `${between} the mapped user changed from ODataIntegration to Admin. What broke: Finance & Operations does not know this app yet.`,
    ],
    [
      'says so where nothing can be seen to have changed',
      { links: [broke], configuration: [] },
      `${between} nothing changed that Fivestep can see from here. What broke: Finance & Operations does not know this app yet.`,
    ],
    [
      'begins with what people did here',
      { links: [link({ facts: [user] }), broke], configuration: [secret] },
      `${between} Robin stored another secret, and the mapped user changed from ODataIntegration to Admin. What broke: Finance & Operations does not know this app yet.`,
    ],
    [
      'does not repeat as a finding what people did here',
      {
        links: [
          link({
            checkId: 'credential',
            facts: [fact('when the stored secret was added', '1 May', '2 May')],
          }),
          broke,
        ],
        configuration: [secret],
      },
      `${between} Robin stored another secret. What broke: Finance & Operations does not know this app yet.`,
    ],
    [
      'leaves a new name of the connection out',
      {
        links: [broke],
        configuration: [{ ...secret, what: 'changed the name', fields: ['name'] }],
      },
      `${between} nothing changed that Fivestep can see from here. What broke: Finance & Operations does not know this app yet.`,
    ],
    [
      'does not blame again what was broken before',
      {
        links: [link({ before: broke.after, after: broke.after, facts: [user] })],
        configuration: [],
      },
      `${between} the mapped user changed from ODataIntegration to Admin.`,
    ],
    [
      'counts what goes beyond two changes, the weightiest told first',
      {
        links: [
          link({ facts: [fact('the issuer of the certificate', 'A', 'B')] }),
          link({ facts: [fact('the tenant', 'T1', 'T2'), user] }),
        ],
        configuration: [],
      },
      `${between} the mapped user changed from ODataIntegration to Admin, the tenant changed from T1 to T2, and one thing more changed.`,
    ],
  ])('%s', (_, changed, expected) => {
    expect(toHeadline({ before: worked, after: failed, ...changed, now })).toBe(expected)
  })

  test.each<[string, LinkChange, string]>([
    [
      'a list by what came and went',
      link({ facts: [fact('the roles of the mapped user', 'A, B', 'B, C')] }),
      'the roles of the mapped user changed (now without A and with C)',
    ],
    [
      'what became known',
      link({ facts: [fact('the default company', null, 'USMF')] }),
      'the default company became known (USMF)',
    ],
    [
      'what is lost',
      link({ facts: [fact('the default company', 'USMF', null)] }),
      'the default company can no longer be told',
    ],
    [
      'a long value without itself',
      link({ facts: [fact('the name on the certificate', 'x'.repeat(80), 'y')] }),
      'the name on the certificate changed',
    ],
    [
      'a new warning',
      link({ after: { verdict: 'warned', says: 'The secret expires in 20 days.' } }),
      'there is a new warning (The secret expires in 20 days)',
    ],
    [
      'a warning that is gone',
      link({ before: { verdict: 'warned', says: 'The clocks differ.' } }),
      'a warning is gone (The clocks differ)',
    ],
    [
      'a link that became slow',
      link({ took: { beforeMs: 400, afterMs: 8000 } }),
      '“The mapped user is usable” became slower (8.0 s instead of 0.4 s)',
    ],
  ])('tells %s', (_, changed, clause) => {
    const told = { before: worked, after: workedLater, configuration: [], now }
    expect(toHeadline({ ...told, links: [changed] })).toBe(`${bothWorked} ${clause}.`)
  })

  test('runs that ended otherwise are named as they ended', () => {
    const cancelled = run('cancelled', '2026-11-25T07:00:00.000Z')
    const unblamed = { ...failed, brokenStep: null }
    expect(
      toHeadline({ before: cancelled, after: unblamed, links: [], configuration: [], now }),
    ).toBe(
      'Between yesterday 07:00 UTC (cancelled) and today 09:10 UTC (failed) nothing changed that Fivestep can see from here.',
    )
  })
})

test.each([
  ['2026-11-26T00:00:00.000Z', 'today 00:00 UTC'],
  ['2026-11-25T23:59:00.000Z', 'yesterday 23:59 UTC'],
  ['2026-11-20T12:00:00.000Z', 'Friday 12:00 UTC'],
  ['2026-11-19T12:00:00.000Z', '19 Nov 2026 12:00 UTC'],
  ['2025-11-26T09:10:00.000Z', '26 Nov 2025 09:10 UTC'],
  ['2026-11-27T09:10:00.000Z', '27 Nov 2026 09:10 UTC'],
])('%s is said as %s', (iso, words) => {
  expect(whenWords(iso, now)).toBe(words)
})
