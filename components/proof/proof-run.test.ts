import { expect, test } from 'vitest'
import {
  firstBreak,
  fromProof,
  isUnderWay,
  linksOf,
  type ProofAction,
  type ProofRun,
  proofReducer,
} from '@/components/proof/proof-run'
import type { Check, Proof, ProofEvent } from '@/lib/contract/proof'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'

const at = '2026-11-25T08:00:00.000Z'
const later = '2026-11-25T08:00:07.000Z'
const plan = [
  { id: 'dns', step: 'credentials', title: 'The host name resolves' },
  { id: 'app', step: 'register', title: 'Entra knows the app' },
] as const

function check(id: 'dns' | 'app', verdict: Check['verdict']): Check {
  const planned = id === 'dns' ? plan[0] : plan[1]
  return {
    ...planned,
    verdict,
    summary: `${id} ${verdict}`,
    evidence: [],
    tookMs: 12,
    diagnosis: null,
    failure: null,
  }
}

function proof(verdict: Proof['verdict'], checks: Check[]): Proof {
  return {
    id: 'prf_aaaaaaaaaaaaaaaaaaaa',
    connectionId: 'con_aaaaaaaaaaaaaaaaaaaa',
    until: 'register',
    startedAt: at,
    finishedAt: later,
    verdict,
    sentence: 'Entra knows the app.',
    firstBreak: null,
    checks,
  }
}

const diagnosis: Diagnosis = {
  rule: 'entra.secret-wrong',
  step: 'secret',
  title: 'The secret is wrong',
  cause: 'Entra does not know it.',
  fix: ['Make a new one.'],
  who: 'entra-admin',
  links: [],
  confidence: 'likely',
  mayHealByWaiting: true,
}
const started: ProofEvent = {
  type: 'started',
  proofId: 'prf_aaaaaaaaaaaaaaaaaaaa',
  connectionId: 'con_aaaaaaaaaaaaaaaaaaaa',
  at,
  checks: [...plan],
}
const waiting = (attempt: number): ProofEvent => ({
  type: 'waiting',
  checkId: 'app',
  reason: 'the new secret to reach every Entra server',
  attempt,
  nextTryAt: later,
  giveUpAt: '2026-11-25T08:02:00.000Z',
  diagnosis,
})
const event = (value: ProofEvent, when = at): ProofAction => ({
  type: 'event',
  event: value,
  at: when,
})
const walk = (...actions: ProofAction[]): ProofRun =>
  actions.reduce<ProofRun>(proofReducer, { phase: 'idle' })
const states = (run: ProofRun) => linksOf(run).map((link) => `${link.id} ${link.state}`)

test('a run shows the whole plan before its first check has ended', () => {
  const run = walk(
    { type: 'start' },
    event(started),
    event({ type: 'running', checkId: 'dns', at }),
  )
  expect(states(run)).toEqual(['dns running', 'app queued'])
  expect(isUnderWay(run)).toBe(true)
})

test('a check that ended keeps its place and the next one runs', () => {
  const run = walk(
    { type: 'start' },
    event(started),
    event({ type: 'checked', check: check('dns', 'passed') }),
    event({ type: 'running', checkId: 'app', at }),
  )
  expect(states(run)).toEqual(['dns passed', 'app running'])
})

test('the clock of a wait counts from the first try, not from the last', () => {
  const run = walk(
    { type: 'start' },
    event(started),
    event(waiting(1), at),
    event({ type: 'running', checkId: 'app', at: later }, later),
    event(waiting(2), later),
  )
  expect(linksOf(run)[1]).toMatchObject({
    state: 'waiting',
    waiting: {
      attempt: 2,
      sinceAt: at,
      reason: 'the new secret to reach every Entra server',
      diagnosis: { title: 'The secret is wrong' },
    },
  })
})

test('the verdict of the server replaces what the stream had drawn so far', () => {
  const run = walk(
    { type: 'start' },
    event(started),
    event({
      type: 'finished',
      proof: proof('failed', [check('dns', 'failed'), check('app', 'blocked')]),
      steps: [],
    }),
  )
  expect(run.phase).toBe('finished')
  expect(states(run)).toEqual(['dns failed', 'app blocked'])
  expect(firstBreak(linksOf(run))).toMatchObject({ id: 'dns', verdict: 'failed' })
})

test('cancelling keeps what has ended and stops the rest', () => {
  const run = walk(
    { type: 'start' },
    event(started),
    event({ type: 'checked', check: check('dns', 'passed') }),
    event(waiting(1)),
    { type: 'cancel' },
  )
  expect(run.phase).toBe('cancelled')
  expect(states(run)).toEqual(['dns passed', 'app cancelled'])
})

test.each<[string, ProofAction, { title: string; requestId: string | null }]>([
  [
    'the server aborts',
    event({ type: 'aborted', title: 'The database went away', requestId: 'req-1' }),
    { title: 'The database went away', requestId: 'req-1' },
  ],
  [
    'the stream ends early',
    { type: 'ended' },
    { title: 'The check stopped before its verdict', requestId: null },
  ],
  [
    'the call is refused',
    { type: 'broke', title: 'Not found', requestId: 'req-2' },
    { title: 'Not found', requestId: 'req-2' },
  ],
])('when %s the run is broken and says so', (_, action, told) => {
  const run = walk({ type: 'start' }, event(started), action)
  expect(run).toMatchObject({ phase: 'broken', ...told })
  expect(states(run)).toEqual(['dns cancelled', 'app cancelled'])
})

test.each<[string, ProofAction]>([
  ['a line', event(waiting(1))],
  ['an end of the stream', { type: 'ended' }],
  ['a cancel', { type: 'cancel' }],
  ['a break', { type: 'broke', title: 'late', requestId: null }],
])('%s after the verdict changes nothing', (_, action) => {
  const done = walk(
    { type: 'start' },
    event(started),
    event({ type: 'finished', proof: proof('passed', [check('dns', 'passed')]), steps: [] }),
  )
  expect(proofReducer(done, action)).toBe(done)
})

test('a line that names an unknown check changes no link', () => {
  const before = walk({ type: 'start' }, event(started))
  const after = proofReducer(before, event({ type: 'running', checkId: 'other', at }))
  expect(states(after)).toEqual(states(before))
})

test.each<[Proof['verdict'], ProofRun['phase']]>([
  ['passed', 'finished'],
  ['failed', 'finished'],
  ['cancelled', 'cancelled'],
])('a kept proof that was %s opens as %s', (verdict, phase) => {
  const run = fromProof(proof(verdict, [check('dns', 'passed'), check('app', 'warned')]))
  expect(run.phase).toBe(phase)
  expect(states(run)).toEqual(['dns passed', 'app warned'])
  expect(isUnderWay(run)).toBe(false)
})

test('starting again forgets the former run', () => {
  const run = proofReducer(fromProof(proof('failed', [check('dns', 'failed')])), { type: 'start' })
  expect(run).toEqual({ phase: 'starting' })
})
