import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { listAudit } from '@/lib/audit/list-audit'
import type { Check, Proof } from '@/lib/contract/proof'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'
import { createConnection } from './create-connection'
import { getLastPassed, listProofHistory } from './proof-history'
import { requireProof, saveProof } from './proofs'
import { proofsKeptMax, pruneProofs } from './prune-proofs'
import { updateConnection } from './update-connection'

const environmentUrl = 'https://contoso-uat.sandbox.operations.dynamics.com'
const now = new Date('2026-11-25T08:00:00.000Z')
const ctx: Context = {
  actor: { kind: 'user', userId: 'u1', name: 'Robin' },
  now: () => now,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: 'r1',
}
const nobody: Context = { ...ctx, actor: { kind: 'anonymous' } }

const check: Check = {
  id: 'trust',
  step: 'trust',
  title: 'Finance & Operations accepts the token',
  verdict: 'passed',
  summary: 'It does.',
  evidence: [],
  tookMs: 1,
  diagnosis: null,
  failure: null,
}

function diagnosis(step: NonNullable<Check['diagnosis']>['step']): NonNullable<Check['diagnosis']> {
  return {
    rule: 'test.rule',
    step,
    title: 'Broken',
    cause: '',
    fix: [],
    who: 'developer',
    links: [],
    confidence: 'certain',
    mayHealByWaiting: false,
  }
}

let count = 0

function proof(connectionId: string, daysAgo: number, own: Partial<Proof> = {}): Proof {
  count += 1
  const at = new Date(now.getTime() - daysAgo * 86_400_000).toISOString()
  return {
    id: `prf_${String(count).padStart(20, '0')}`,
    connectionId,
    until: 'trust',
    startedAt: at,
    finishedAt: at,
    verdict: 'passed',
    sentence: 'It works.',
    firstBreak: null,
    checks: [check],
    ...own,
  }
}

onBothEngines('the history of a connection', (db) => {
  beforeEach(async () => {
    await db().execute('delete from connections; delete from audit_entries')
  })

  const create = async () => (await createConnection(ctx, { environmentUrl })).id
  const keep = async (...proofs: Proof[]) => {
    for (const one of proofs) await saveProof(ctx, one)
    return proofs
  }
  const ids = async (connectionId: string, limit = 200) =>
    (await listProofHistory(ctx, connectionId, { limit })).proofs.map((one) => one.id)

  test('is read page by page, newest first, each proof once', async () => {
    const id = await create()
    // Two of them ended in the same millisecond.
    const kept = await keep(...[1, 5, 2, 2, 3].map((days) => proof(id, days)))
    await keep(proof(await create(), 0))
    const pages: string[][] = []
    let before: string | undefined
    do {
      const page = await listProofHistory(ctx, id, { before, limit: 2 })
      pages.push(page.proofs.map((one) => one.id))
      before = page.next ?? undefined
    } while (before)
    const [one, five, two, alsoTwo, three] = kept.map((each) => each.id)
    expect(pages).toEqual([[one, alsoTwo], [two, three], [five]])
  })

  test('tells the broken step and the warnings without the checks', async () => {
    const id = await create()
    const warned: Check = {
      ...check,
      id: 'roles',
      verdict: 'warned',
      diagnosis: diagnosis('secret'),
    }
    const broken: Check = { ...check, verdict: 'failed' }
    await keep(
      proof(id, 4, { verdict: 'failed', checks: [warned, broken] }),
      proof(id, 3, { verdict: 'failed', checks: [{ ...broken, diagnosis: diagnosis('secret') }] }),
      proof(id, 2, { verdict: 'failed', checks: [{ ...broken, diagnosis: diagnosis(null) }] }),
      proof(id, 1, { checks: [warned, warned] }),
    )
    const { proofs, next } = await listProofHistory(ctx, id, { limit: 10 })
    expect(proofs.map(({ brokenStep, warnings }) => [brokenStep, warnings])).toEqual([
      [null, 2],
      [null, 0],
      ['secret', 0],
      ['trust', 1],
    ])
    expect(next).toBeNull()
    expect(proofs[0]).not.toHaveProperty('checks')
  })

  test('lets go of proofs older than 30 days, but never of the last of each verdict', async () => {
    const id = await create()
    const failed = { verdict: 'failed' } as const
    const [, lastFailed, , lastPassed, ofStepTwo, recent] = await keep(
      proof(id, 90, failed),
      proof(id, 80, failed),
      proof(id, 70),
      proof(id, 60),
      proof(id, 75, { until: 'secret' }),
      proof(id, 29, { verdict: 'cancelled' }),
      proof(id, 50, { verdict: 'cancelled' }),
    )
    expect(await ids(id)).toEqual([recent, lastPassed, ofStepTwo, lastFailed].map((one) => one?.id))
  })

  test('keeps no more than its bound, and beside that the last that failed', async () => {
    const id = await create()
    const [failed] = await keep(proof(id, 29, { verdict: 'failed' }))
    const rows = `insert into proofs
      select 'prf_' || lpad('x' || n, 20, '0'), $1, 'trust', 'passed', '', null, '[]'::jsonb, $2::timestamptz, $2::timestamptz + n * interval '1 second'
      from generate_series(1, ${proofsKeptMax + 5}) as n`
    await db().execute(rows, [id, new Date(now.getTime() - 86_400_000).toISOString()])
    await keep(proof(id, 0))
    const { rows: left } = await db().execute('select id from proofs order by finished_at')
    expect(left).toHaveLength(proofsKeptMax + 1)
    expect(left[0]).toEqual({ id: failed?.id })
  })

  test('is tidied for all connections at once, each with its own last ones', async () => {
    const [one, other] = [await create(), await create()]
    await keep(proof(one, 10), proof(other, 10), proof(other, 9))
    const later = new Date(now.getTime() + 40 * 86_400_000)
    await db().orm.transaction((tx) => pruneProofs(tx, { now: later }))
    expect([(await ids(one)).length, (await ids(other)).length]).toEqual([1, 1])
  })

  describe('the last that passed', () => {
    test('is the newest before, and one that went as far', async () => {
      const id = await create()
      const [, last] = await keep(
        proof(id, 9),
        proof(id, 8),
        proof(id, 7, { until: 'secret' }),
        proof(id, 6, { verdict: 'cancelled' }),
        proof(id, 1),
      )
      const broke = proof(id, 5, { verdict: 'failed' })
      expect(await getLastPassed(ctx, broke)).toBe(last?.id)
      expect(await getLastPassed(ctx, { ...broke, until: 'register' })).not.toBe(last?.id)
    })

    test('is none where it never worked', async () => {
      const id = await create()
      await keep(proof(id, 9, { verdict: 'failed' }), proof(id, 1))
      expect(await getLastPassed(ctx, proof(id, 5, { verdict: 'failed' }))).toBeUndefined()
    })
  })

  test('a proof is had by its id, from its own connection alone', async () => {
    const [id, other] = [await create(), await create()]
    const [kept] = await keep(proof(id, 1))
    const proofId = kept?.id ?? ''
    expect(await requireProof(ctx, id, proofId)).toEqual(kept)
    await expect(requireProof(ctx, other, proofId)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('the audit log tells what was done to one connection, in a stretch of time', async () => {
    const [id, other] = [await create(), await create()]
    const at = (minute: number): Context => ({
      ...ctx,
      now: () => new Date(now.getTime() + minute * 60_000),
    })
    for (const minute of [1, 5, 9]) await updateConnection(at(minute), id, { name: `n${minute}` })
    await updateConnection(at(5), other, { name: 'other' })
    await keep(proof(id, 0))
    const rows = await listAudit(ctx, {
      connectionId: id,
      from: at(1).now(),
      to: at(5).now(),
      things: ['connection', 'credential'],
    })
    expect(rows.map(({ action, subject, actor }) => [action, subject, actor])).toEqual(
      Array(2).fill(['connection.update', id, ctx.actor]),
    )
    const all = { connectionId: id, from: now, to: now, things: ['proof'] }
    expect((await listAudit(ctx, all)).map((row) => row.action)).toEqual(['proof.run'])
  })

  test.each([
    ['list the history', () => listProofHistory(nobody, 'con_x', { limit: 1 })],
    ['read a proof', () => requireProof(nobody, 'con_x', 'prf_x')],
    ['ask what last passed', () => getLastPassed(nobody, proof('con_x', 1))],
    [
      'read the audit log',
      () => listAudit(nobody, { connectionId: 'con_x', from: now, to: now, things: [] }),
    ],
  ])('a caller that nobody has identified cannot %s', async (_, act) => {
    await expect(act()).rejects.toThrow()
  })
})
