import { expect, test } from 'vitest'
import { advance, emptyRun, halt, toRun } from '@/components/dashboard/proof-run'
import type { Check, Proof, ProofEvent } from '@/lib/contract/proof'

const at = '2026-11-25T08:00:00.000Z'
const check = (id: string, verdict: Check['verdict']): Check => ({
  id,
  step: 'register',
  title: `Title of ${id}`,
  verdict,
  summary: `${id} ${verdict}`,
  evidence: [],
  tookMs: 12,
  diagnosis: null,
  failure: null,
})
const proof: Proof = {
  id: 'prf_00000000000000000000',
  connectionId: 'con_00000000000000000000',
  until: 'trust',
  startedAt: at,
  finishedAt: at,
  verdict: 'failed',
  sentence: 'The host name is not known.',
  firstBreak: 'dns',
  checks: [check('address', 'passed'), check('dns', 'failed'), check('tcp', 'blocked')],
}
const started: ProofEvent = {
  type: 'started',
  proofId: proof.id,
  connectionId: proof.connectionId,
  at,
  checks: proof.checks.map(({ id, step, title }) => ({ id, step, title })),
}
const waiting: ProofEvent = {
  type: 'waiting',
  checkId: 'dns',
  reason: 'the name to spread',
  attempt: 2,
  nextTryAt: at,
  giveUpAt: at,
}
const after = (...events: ProofEvent[]) => events.reduce(advance, emptyRun)
const statuses = (run: ReturnType<typeof after>) => run.links.map((link) => link.status)

test('a chain shows its whole plan before the first check runs', () => {
  expect(statuses(after(started))).toEqual(['queued', 'queued', 'queued'])
})

test('each event moves one link and leaves the others', () => {
  const run = after(started, { type: 'running', checkId: 'address', at })
  expect(statuses(run)).toEqual(['running', 'queued', 'queued'])
  const next = advance(run, { type: 'checked', check: check('address', 'warned') })
  expect(statuses(next)).toEqual(['warned', 'queued', 'queued'])
  expect(next.links[0]?.check?.summary).toBe('address warned')
})

test('a waiting check says what it waits for until it is tried again', () => {
  const run = after(started, waiting)
  expect(run.links[1]?.waiting).toEqual({ reason: 'the name to spread', giveUpAt: at })
  expect(advance(run, { type: 'running', checkId: 'dns', at }).links[1]?.waiting).toBeNull()
})

test('the end replaces the chain by the kept proof', () => {
  const run = after(started, { type: 'finished', proof, steps: [] })
  expect(run).toEqual(toRun(proof))
  expect(statuses(run)).toEqual(['passed', 'failed', 'blocked'])
})

test('a new run begins clean', () => {
  expect(advance(toRun(proof), started)).toEqual(after(started))
})

test('a check that the plan does not name changes nothing', () => {
  expect(after(started, { type: 'running', checkId: 'nobody', at })).toEqual(after(started))
})

test('what has not ended when a run stops counts as cancelled, what has ended stays', () => {
  const run = after(started, { type: 'checked', check: check('address', 'passed') }, waiting)
  expect(statuses(halt(run, null))).toEqual(['passed', 'cancelled', 'cancelled'])
  const broken = advance(run, { type: 'aborted', title: 'The database went away', requestId: 'r1' })
  expect(statuses(broken)).toEqual(['passed', 'cancelled', 'cancelled'])
  expect(broken.broken).toEqual({ title: 'The database went away', requestId: 'r1' })
})
