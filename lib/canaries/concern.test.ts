import { describe, expect, test } from 'vitest'
import { isOverdue, judge, type Known } from '@/lib/canaries/concern'
import type { Canary, CanaryRun } from '@/lib/contract/canary'
import type { Connection } from '@/lib/contract/connection'
import { stepIds } from '@/lib/steps/step'

const now = new Date('2026-11-25T12:00:00.000Z')
const earlier = '2026-11-25T11:55:00.000Z'

const run: CanaryRun = {
  dueAt: earlier,
  isAsked: false,
  startedAt: earlier,
  finishedAt: earlier,
  verdict: 'passed',
  breakCheck: null,
  breakStep: null,
  breakRule: null,
  headline: null,
  latencyMs: 120,
  rows: 100,
  calls: 4,
  throttled: 0,
  missed: 0,
  proofId: null,
}
const canary: Canary = {
  connectionId: 'con_00000000000000000001',
  state: 'on',
  everyMinutes: 5,
  entitySet: 'CustomersV3',
  company: null,
  filter: null,
  latencyLimitMs: 3000,
  windows: [],
  nextDueAt: '2026-11-25T12:00:00.000Z',
  heldUntil: null,
  failedInARow: 0,
  failingSince: null,
  lastPassedAt: earlier,
  lastRun: run,
  isRunning: false,
  updatedAt: earlier,
}
const connection: Connection = {
  id: 'con_00000000000000000001',
  name: 'Contoso',
  environmentUrl: 'https://contoso.operations.dynamics.com',
  cloud: 'public',
  authorityUrl: null,
  tenantId: null,
  clientId: null,
  owner: null,
  environmentUse: 'production',
  credential: {
    id: 'cre_00000000000000000001',
    kind: 'secret',
    publicPart: null,
    state: 'active',
    expiresOn: '2027-05-01',
    addedAt: earlier,
  },
  steps: stepIds.map((step) => ({
    step,
    status: 'passed',
    summary: null,
    warnings: 0,
    checkedAt: earlier,
  })),
  token: { expiresAt: null },
  createdAt: earlier,
  updatedAt: earlier,
}
const fine: Known = { connection, canary, token: { mintedAt: earlier, lastFailure: null } }

const ran = (change: Partial<CanaryRun>, more: Partial<Canary> = {}): Known => ({
  ...fine,
  canary: { ...canary, ...more, lastRun: { ...run, ...change } },
})
const expires = (expiresOn: string | null): Known => ({
  ...fine,
  connection: {
    ...connection,
    credential: connection.credential && { ...connection.credential, expiresOn },
  },
})
const refused = (at: string): Known => ({
  ...fine,
  token: { mintedAt: earlier, lastFailure: { at, title: 'Entra refused the secret' } },
})

describe('a connection', () => {
  test.each([
    ['that works', fine, 'fine', undefined],
    ['without a canary', { ...fine, canary: null }, 'unwatched', undefined],
    [
      'whose canary is off',
      { ...fine, canary: { ...canary, state: 'off' } },
      'unwatched',
      undefined,
    ],
    ['whose canary failed', ran({ verdict: 'failed', headline: 'No trust' }), 'broken', 'No trust'],
    ['that is throttled', ran({ verdict: 'throttled', headline: 'Busy' }), 'warning', 'Busy'],
    ['that is slow', ran({ verdict: 'slow', headline: 'Slow' }), 'warning', 'Slow'],
    ['in maintenance', ran({ verdict: 'skipped', headline: 'Skipped' }), 'fine', undefined],
    ['whose secret has expired', expires('2026-11-24'), 'broken', 'Its secret has expired'],
    ['whose secret expires today', expires('2026-11-25'), 'broken', 'Its secret expires today'],
    [
      'whose secret expires tomorrow',
      expires('2026-11-26'),
      'broken',
      'Its secret expires in 1 day',
    ],
    ['with a month left', expires('2026-12-25'), 'warning', 'Its secret expires in 30 days'],
    ['with more than a month left', expires('2026-12-26'), 'fine', undefined],
    ['whose end is not known', expires(null), 'warning', 'Nobody has told when its secret expires'],
    [
      'that was just refused',
      refused('2026-11-25T11:58:00.000Z'),
      'broken',
      'Entra refused the secret',
    ],
    [
      'that was refused before its newest token',
      refused('2026-11-25T11:50:00.000Z'),
      'fine',
      undefined,
    ],
  ] as const)('%s', (...row) => {
    const [, known, concern, reason] = row
    const judged = judge(known, now)
    expect(judged.concern).toBe(concern)
    expect(judged.reasons[0]).toBe(reason)
  })

  test('that fails for longer stands before one that fails since now', () => {
    const long = judge(ran({ verdict: 'failed' }, { failedInARow: 12 }), now)
    const short = judge(ran({ verdict: 'failed' }, { failedInARow: 1 }), now)
    expect(long.weight).toBeGreaterThan(short.weight)
  })

  test('says a reason once, and the worst first', () => {
    const known = ran({ verdict: 'failed', headline: 'No trust' }, { failedInARow: 3 })
    const { reasons } = judge({ ...known, connection: expires('2026-12-01').connection }, now)
    expect(reasons).toEqual(['No trust', 'Its secret expires in 6 days'])
  })
})

test.each([
  ['2026-11-25T12:00:00.000Z', false],
  ['2026-11-25T11:55:01.000Z', false],
  ['2026-11-25T11:54:59.000Z', true],
])('a canary of five minutes that was due at %s is overdue at noon: %s', (nextDueAt, expected) => {
  expect(isOverdue({ ...canary, nextDueAt }, now)).toBe(expected)
  expect(isOverdue({ ...canary, state: 'paused', nextDueAt }, now)).toBe(false)
})
