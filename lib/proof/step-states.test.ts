import { expect, test } from 'vitest'
import type { StepState } from '@/lib/contract/connection'
import type { Check, CheckVerdict } from '@/lib/contract/proof'
import { chain, linksUntil } from '@/lib/proof/chain'
import { toStepStates } from '@/lib/proof/step-states'
import { type StepId, stepIds } from '@/lib/steps/step'

const at = new Date('2026-11-25T08:00:00Z')

/** The checks of a run up to `until`: all as `others`, but those of `told`; what follows a failure is blocked. */
function run(until: StepId, told: Record<string, CheckVerdict> = {}) {
  let broken: Check | undefined
  const checks = linksUntil(until).map(({ id, step, title }): Check => {
    const verdict = broken ? 'blocked' : (told[id] ?? 'passed')
    const check: Check = {
      id,
      step,
      title,
      verdict,
      summary: `${id} ${verdict}`,
      evidence: [],
      tookMs: 1,
      diagnosis: null,
      failure: null,
    }
    if (verdict === 'failed') broken = check
    return check
  })
  return { checks, firstBreak: broken }
}

function states(
  until: StepId,
  told: Record<string, CheckVerdict> = {},
  before: readonly StepState[] = [],
) {
  return toStepStates({ chain, ...run(until, told), before, at })
}

const brief = (list: readonly StepState[]) => list.map(({ status }) => status).join(' ')

test.each<[StepId, string]>([
  ['register', 'passed todo todo todo todo'],
  ['secret', 'passed passed todo todo todo'],
  ['permissions', 'passed passed passed todo todo'],
  ['credentials', 'passed passed passed passed todo'],
  ['trust', 'passed passed passed passed passed'],
])('a good proof until %s leaves %s', (until, expected) => {
  expect(brief(states(until))).toBe(expected)
})

test.each<[StepId, string, string]>([
  ['register', 'tenant', 'blocked todo todo failed todo'],
  ['register', 'app', 'failed todo todo todo todo'],
  ['secret', 'token', 'passed failed todo todo todo'],
  ['trust', 'dns', 'blocked blocked blocked failed blocked'],
  ['trust', 'token', 'passed failed blocked blocked blocked'],
  ['trust', 'service-principal', 'failed passed blocked passed blocked'],
  ['trust', 'trust', 'passed passed passed passed failed'],
  ['trust', 'entity-read', 'passed passed passed passed failed'],
])('until %s, a break at %s leaves %s', (until, id, expected) => {
  expect(brief(states(until, { [id]: 'failed' }))).toBe(expected)
})

test('the step that the diagnosis names is the one that failed', () => {
  const { checks, firstBreak } = run('trust', { token: 'failed' })
  const blamed: Check = {
    ...(firstBreak as Check),
    diagnosis: {
      rule: 'entra.resource-not-found',
      step: 'credentials',
      title: 'The address is unknown to Entra',
      cause: 'It is.',
      fix: ['Correct it.'],
      who: 'developer',
      links: [],
      confidence: 'certain',
      mayHealByWaiting: false,
    },
  }
  const after = toStepStates({ chain, checks, firstBreak: blamed, before: [], at })
  expect(brief(after)).toBe('passed blocked blocked failed blocked')
  expect(after[3]?.summary).toBe('The address is unknown to Entra')
})

/** A break that the diagnosis blames on `step`, or on none. */
function blamed(check: Check | undefined, own: Partial<NonNullable<Check['diagnosis']>>): Check {
  return {
    ...(check as Check),
    diagnosis: {
      rule: 'network.refused',
      step: null,
      title: 'Nobody listens there',
      cause: 'It is.',
      fix: ['Correct it.'],
      who: 'network-admin',
      links: [],
      confidence: 'certain',
      mayHealByWaiting: true,
      ...own,
    },
  }
}

test.each<[StepId, string, string]>([
  ['trust', 'tcp', 'unclear unclear unclear unclear unclear'],
  ['register', 'app', 'unclear todo todo todo todo'],
  ['trust', 'token', 'passed unclear unclear unclear unclear'],
  ['trust', 'entity-read', 'passed passed passed passed unclear'],
])('until %s, a break at %s that is no step’s fault leaves %s', (until, id, expected) => {
  const { checks, firstBreak } = run(until, { [id]: 'failed' })
  const after = toStepStates({
    chain,
    checks,
    firstBreak: blamed(firstBreak, {}),
    before: [],
    at,
  })
  expect(brief(after)).toBe(expected)
  expect(after.find(({ status }) => status === 'unclear')?.summary).toBe(
    'Could not be checked: Nobody listens there',
  )
})

test('a guess is told as one', () => {
  const { checks, firstBreak } = run('trust', { trust: 'failed' })
  const guess = blamed(firstBreak, { step: 'trust', confidence: 'possible' })
  const after = toStepStates({ chain, checks, firstBreak: guess, before: [], at })
  expect(after[4]?.summary).toBe('Perhaps here: Nobody listens there')
})

test.each([
  { were: 'unclear', step: null, first: 'unclear unclear unclear unclear unclear' },
  { were: 'waiting', step: 'register', first: 'failed blocked blocked blocked blocked' },
] as const)('steps that were $were are not left so once what kept them is gone', (row) => {
  const { checks, firstBreak } = run('trust', { tenant: 'failed' })
  const kept = blamed(firstBreak, { step: row.step })
  const before = toStepStates({ chain, checks, firstBreak: kept, before: [], at })
  expect(brief(before)).toBe(row.first)
  expect(brief(states('secret', {}, before))).toBe('passed passed todo todo todo')
})

test('a cancelled run leaves steps unclear that were so', () => {
  const { checks, firstBreak } = run('trust', { tcp: 'failed' })
  const before = toStepStates({ chain, checks, firstBreak: blamed(firstBreak, {}), before: [], at })
  const cut = checks.map((check): Check => ({ ...check, verdict: 'blocked' }))
  expect(toStepStates({ chain, checks: cut, firstBreak: undefined, before, at })).toEqual(before)
})

test('what a run did not decide stays as it was', () => {
  const before = states('trust')
  expect(brief(states('secret', { token: 'failed' }, before))).toBe(
    'passed failed passed passed passed',
  )
})

test('warnings are counted for the step that they belong to, and do not fail it', () => {
  const after = states('trust', { roles: 'warned', tls: 'warned', 'mapped-user': 'skipped' })
  expect(brief(after)).toBe('passed passed passed passed passed')
  expect(after.map(({ warnings }) => warnings)).toEqual([0, 0, 1, 1, 0])
})

test('a cancelled run keeps what it proved and forgets nothing', () => {
  const { checks } = run('trust')
  const cut = checks.map(
    (check, index): Check => (index < 10 ? check : { ...check, verdict: 'blocked' }),
  )
  const before = states('trust')
  const after = toStepStates({ chain, checks: cut, firstBreak: undefined, before: [], at })
  expect(brief(after)).toBe('passed passed todo todo todo')
  expect(brief(toStepStates({ chain, checks: cut, firstBreak: undefined, before, at }))).toBe(
    'passed passed passed passed passed',
  )
})

test('every step has a link that decides it, and every id is there once', () => {
  for (const step of stepIds) {
    expect(linksUntil(step).some((link) => link.step === step)).toBe(true)
  }
  expect(new Set(chain.map(({ id }) => id)).size).toBe(chain.length)
})
