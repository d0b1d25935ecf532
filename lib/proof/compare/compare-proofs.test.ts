import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Check, CheckVerdict, Evidence, Proof } from '@/lib/contract/proof'
import { compareProofs } from '@/lib/proof/compare/compare-proofs'
import { isNoise, sameFact } from '@/lib/proof/compare/fact-names'

type Facts = Readonly<Record<string, string>>

function check(id: string, verdict: CheckVerdict, facts: Facts = {}): Check {
  return {
    id,
    step: 'trust',
    title: `Title of ${id}`,
    verdict,
    summary: `${id} ${verdict}.`,
    evidence: Object.entries(facts).map(([label, value]) => ({ label, value })),
    tookMs: 20,
    diagnosis: null,
    failure: null,
  }
}

function proof(
  id: string,
  checks: readonly Check[],
  startedAt = '2026-11-24T14:00:00.000Z',
): Proof {
  return {
    id: `prf_${id.padEnd(20, '0')}`,
    connectionId: 'con_00000000000000000000',
    until: 'trust',
    startedAt,
    finishedAt: startedAt,
    verdict: 'passed',
    sentence: '',
    firstBreak: null,
    checks: [...checks],
  }
}

const took = (tookMs: number): Check => ({ ...check('read', 'passed'), tookMs })

const compared = (before: readonly Check[], after: readonly Check[]) =>
  compareProofs(proof('a', before), proof('b', after, '2026-11-25T09:10:00.000Z'))

describe('what has changed is told', () => {
  test('a verdict, with what both runs said', () => {
    expect(compared([check('trust', 'passed')], [check('trust', 'failed')])).toMatchObject([
      {
        checkId: 'trust',
        before: { verdict: 'passed', says: 'trust passed.' },
        after: { verdict: 'failed', says: 'trust failed.' },
        facts: [],
        took: null,
      },
    ])
  })

  test('a fact, by its name, from what to what', () => {
    const [change] = compared(
      [check('mapped-user', 'passed', { 'User ID': 'OData', Name: 'Integration' })],
      [check('mapped-user', 'passed', { 'User ID': 'Admin', Name: 'Integration' })],
    )
    expect(change?.facts).toEqual([{ name: 'the mapped user', before: 'OData', after: 'Admin' }])
  })

  test('a fact that only one of them found', () => {
    const [change] = compared(
      [check('credential', 'passed', { Kind: 'secret' })],
      [check('credential', 'passed', { Kind: 'secret', 'Expires on': '2027-05-24' })],
    )
    expect(change?.facts).toEqual([
      { name: 'the expiry date of the secret', before: null, after: '2027-05-24' },
    ])
  })

  test('a moment that has a name, such as the end of the certificate', () => {
    const [change] = compared(
      [check('tls', 'passed', { 'Valid until': '2026-12-01T00:00:00.000Z' })],
      [check('tls', 'passed', { 'Valid until': '2027-12-01T00:00:00.000Z' })],
    )
    expect(change?.facts.map(({ name }) => name)).toEqual(['the end of the certificate'])
  })

  test('links that are new, and links that are gone', () => {
    expect(compared([check('old', 'passed')], [check('new', 'passed')])).toMatchObject([
      { checkId: 'old', before: { verdict: 'passed' }, after: null },
      { checkId: 'new', before: null, after: { verdict: 'passed' } },
    ])
  })

  test('times that are grossly apart, in both directions', () => {
    const [quick, slow] = [took(400), took(8000)]
    expect(compared([quick], [slow])[0]?.took).toEqual({ beforeMs: 400, afterMs: 8000 })
    expect(compared([slow], [quick])[0]?.took).toEqual({ beforeMs: 8000, afterMs: 400 })
  })

  test('another reason for the same failure', () => {
    const broken = (rule: string): Check => ({
      ...check('trust', 'failed'),
      diagnosis: {
        rule,
        step: 'trust',
        title: `Title of ${rule}`,
        cause: '',
        fix: [],
        who: 'finops-admin',
        links: [],
        confidence: 'certain',
        mayHealByWaiting: false,
      },
    })
    expect(compared([broken('one')], [broken('two')])[0]?.facts).toEqual([
      { name: 'the finding', before: 'Title of one', after: 'Title of two' },
    ])
    expect(compared([broken('one')], [broken('one')])).toEqual([])
  })

  test('a fact that several links tell, by the first of them alone', () => {
    const run = (tenant: string) => [
      check('tenant', 'passed', { 'Tenant id': tenant }),
      check('token-tenant', 'passed', { 'Tenant (tid)': tenant, Needed: tenant }),
    ]
    expect(compared(run('one'), run('two')).map((link) => link.checkId)).toEqual(['tenant'])
  })
})

describe('what means nothing is left out', () => {
  test.each<[string, Check, Check]>([
    [
      'days that count down',
      check('tls', 'passed', { 'Days left': '80' }),
      check('tls', 'passed', { 'Days left': '79' }),
    ],
    [
      'moments of the token',
      check('token', 'passed', { 'Minted at': '2026-11-24T14:00:00.000Z' }),
      check('token', 'passed', { 'Minted at': '2026-11-25T09:10:00.000Z' }),
    ],
    [
      'moments of a check that is not known here',
      check('clock', 'passed', { 'Clock of Entra': '2026-11-24T14:00:00.000Z' }),
      check('clock', 'passed', { 'Clock of Entra': '2026-11-25T09:10:00.000Z' }),
    ],
    [
      'what was measured',
      check('headroom', 'passed', { 'Small reads (ms)': '12, 13' }),
      check('headroom', 'passed', { 'Small reads (ms)': '14, 11' }),
    ],
    [
      'the order of a list',
      check('user-roles', 'passed', { Roles: 'A, B' }),
      check('user-roles', 'passed', { Roles: 'B, A' }),
    ],
    ['a little more time', took(100), took(900)],
    ['twice the time', took(2000), took(4500)],
    [
      'what a broken check did not come to find',
      check('tls', 'failed', {}),
      check('tls', 'failed', { 'Issued by': 'Contoso CA' }),
    ],
    [
      'what was never reached',
      check('company', 'blocked', {}),
      check('company', 'blocked', { Companies: 'USMF' }),
    ],
  ])('%s', (_, before, after) => {
    expect(compared([before], [after])).toEqual([])
  })
})

describe('whatever two runs found', () => {
  const labels = ['User ID', 'Roles', 'Tenant id', 'Days left', 'Took (ms)', 'Issued by']
  const ids = ['dns', 'tls', 'tenant', 'mapped-user', 'user-roles', 'trust']
  const verdict = fc.constantFrom<CheckVerdict[]>(
    'passed',
    'warned',
    'failed',
    'blocked',
    'skipped',
  )
  const facts = fc.dictionary(
    fc.constantFrom(...labels),
    fc.constantFrom('x', 'y', 'a, b', 'b, a', 'https://x/'),
    { maxKeys: 4 },
  )
  const checks = fc
    .uniqueArray(fc.constantFrom(...ids), { maxLength: 6 })
    .chain((some) =>
      fc.tuple(
        ...some.map((id) =>
          fc
            .tuple(verdict, facts, fc.constantFrom(0, 30, 900, 5000))
            .map(([ended, found, tookMs]) => ({ ...check(id, ended, found), tookMs })),
        ),
      ),
    )
  const two = fc.tuple(checks, checks, fc.boolean()).map(([one, other, sameTime]) => ({
    one: proof('one', one),
    other: proof('other', other, sameTime ? undefined : '2026-11-25T09:10:00.000Z'),
  }))

  test('a run compared with itself has not changed', () => {
    fc.assert(
      fc.property(checks, (own) => {
        expect(compareProofs(proof('a', own), proof('a', own))).toEqual([])
      }),
    )
  })

  test('the other way round the same links have changed, with their sides swapped', () => {
    fc.assert(
      fc.property(two, ({ one, other }) => {
        const swapped = compareProofs(other, one).map((link) => ({
          ...link,
          before: link.after,
          after: link.before,
          facts: link.facts.map((fact) => ({ ...fact, before: fact.after, after: fact.before })),
          took: link.took && { beforeMs: link.took.afterMs, afterMs: link.took.beforeMs },
        }))
        const plain = (links: typeof swapped) =>
          links.map(({ facts: own, ...link }) => ({ ...link, facts: own.length }))
        expect(plain(swapped)).toEqual(plain(compareProofs(one, other)))
      }),
    )
  })

  test('every fact that changed is told, and told once', () => {
    fc.assert(
      fc.property(two, ({ one, other }) => {
        const told = compareProofs(one, other)
          .flatMap((link) => link.facts)
          .map(({ before, after }) => pair(before, after))
        expect(new Set(told).size).toBe(told.length)
        expect([...new Set(told)].toSorted()).toEqual(changedPairs(one, other))
      }),
    )
  })
})

const plainValue = (value: string | null) =>
  value === null ? '' : value.replace(/^https:\/\/|\/$/g, '')
const pair = (before: string | null, after: string | null) =>
  `${plainValue(before)} > ${plainValue(after)}`

/** Told independently of the code under test: link by link and label by label. */
function changedPairs(one: Proof, other: Proof): string[] {
  const pairs = one.checks.flatMap((was) => {
    const is = other.checks.find((candidate) => candidate.id === was.id)
    const verdicts = [was.verdict, is?.verdict]
    if (!is || verdicts.includes('blocked') || verdicts.includes('skipped')) return []
    return [...new Set([...was.evidence, ...is.evidence].map(({ label }) => label))].flatMap(
      (label) => {
        const [before, after] = [factIn(was.evidence, label), factIn(is.evidence, label)]
        const half = before === null || after === null
        if (isNoise({ checkId: was.id, label, before, after }) || sameFact(before, after)) return []
        return half && verdicts.includes('failed') ? [] : [pair(before, after)]
      },
    )
  })
  return [...new Set(pairs)].toSorted()
}

function factIn(evidence: readonly Evidence[], label: string): string | null {
  return evidence.find((fact) => fact.label === label)?.value ?? null
}
