import { pino } from 'pino'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { listAudit } from '@/lib/audit/list-audit'
import { createConnection } from '@/lib/connections/create-connection'
import { user } from '@/lib/db/schema'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'
import { clearQueryRuns, historyLimits, listQueryRuns, recordQueryRun } from './query-runs'
import {
  changeSavedQuery,
  deleteSavedQuery,
  listSavedQueries,
  pruneSavedQueries,
  restoreSavedQuery,
  saveQuery,
} from './saved-queries'

const environmentUrl = 'https://contoso-uat.sandbox.operations.dynamics.com'
const start = Date.parse('2026-11-25T08:00:00.000Z')

function context(userId = 'u1', name = 'Robin', afterMs = 0): Context {
  return {
    actor: { kind: 'user', userId, name },
    now: () => new Date(start + afterMs),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: 'r1',
  }
}

const ctx = context()
const kim = context('u2', 'Kim', 60_000)
const nobody: Context = { ...ctx, actor: { kind: 'anonymous' } }
const input = { name: 'Open orders', entitySet: 'SalesOrders', options: "$filter=A eq '{{a}}'" }
const run = { entitySet: 'SalesOrders', options: '$top=50', rows: 50, tookMs: 12 }

onBothEngines('queries that people keep', (db) => {
  let connectionId: string

  beforeEach(async () => {
    const people = [
      { id: 'u1', name: 'Robin', email: 'robin@contoso.example' },
      { id: 'u2', name: 'Kim', email: 'kim@contoso.example' },
    ]
    await db().orm.insert(user).values(people).onConflictDoNothing()
    connectionId = (await createConnection(ctx, { environmentUrl })).id
  })

  test('one saves, the team finds and changes it, and it says who did', async () => {
    const { id } = await saveQuery(ctx, connectionId, input)
    await changeSavedQuery(kim, { connectionId, queryId: id }, { note: 'for the nightly job' })
    expect(await listSavedQueries(kim, connectionId)).toEqual([
      {
        ...input,
        id,
        connectionId,
        note: 'for the nightly job',
        madeBy: 'Robin',
        changedBy: 'Kim',
        createdAt: new Date(start).toISOString(),
        updatedAt: new Date(start + 60_000).toISOString(),
      },
    ])
    const [from, to] = [new Date(start), new Date(start + 60_000)]
    const audit = await listAudit(ctx, { connectionId, from, to, things: ['query'] })
    expect(audit.map(({ action }) => action)).toEqual(['query.save', 'query.change'])
  })

  test('a name is given once, whatever its capitals, and is free again after a deletion', async () => {
    const { id } = await saveQuery(ctx, connectionId, input)
    const other = { ...input, name: 'open ORDERS' }
    await expect(saveQuery(ctx, connectionId, other)).rejects.toMatchObject({ code: 'conflict' })
    await deleteSavedQuery(ctx, { connectionId, queryId: id })
    await saveQuery(ctx, connectionId, other)
    const back = restoreSavedQuery(ctx, { connectionId, queryId: id })
    await expect(back).rejects.toMatchObject({ code: 'conflict' })
    expect(await listSavedQueries(ctx, connectionId)).toHaveLength(1)
  })

  test('a deletion is taken back within a day, and not after', async () => {
    const { id: queryId } = await saveQuery(ctx, connectionId, input)
    const key = { connectionId, queryId }
    await deleteSavedQuery(ctx, key)
    expect(await listSavedQueries(ctx, connectionId)).toEqual([])
    await pruneSavedQueries(context('u1', 'Robin', 86_000_000))
    await restoreSavedQuery(ctx, key)
    expect(await listSavedQueries(ctx, connectionId)).toHaveLength(1)
    await deleteSavedQuery(ctx, key)
    await pruneSavedQueries(context('u1', 'Robin', 86_500_000))
    await expect(restoreSavedQuery(ctx, key)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a query of another connection is not there, and nobody unknown is told of any', async () => {
    const { id: queryId } = await saveQuery(ctx, connectionId, input)
    const other = (await createConnection(ctx, { environmentUrl, name: 'Other' })).id
    const elsewhere = { connectionId: other, queryId }
    const notFound = { code: 'not_found' }
    await expect(deleteSavedQuery(ctx, elsewhere)).rejects.toMatchObject(notFound)
    await expect(changeSavedQuery(ctx, elsewhere, { name: 'X' })).rejects.toMatchObject(notFound)
    await expect(restoreSavedQuery(ctx, elsewhere)).rejects.toMatchObject(notFound)
    await expect(listSavedQueries(nobody, connectionId)).rejects.toMatchObject(notFound)
    await expect(saveQuery(nobody, connectionId, input)).rejects.toMatchObject(notFound)
    await expect(listQueryRuns(nobody, connectionId)).rejects.toMatchObject(notFound)
  })

  test('a history holds each query once, the newest first, and is its person’s own', async () => {
    await recordQueryRun(ctx, connectionId, run)
    await recordQueryRun(context('u1', 'Robin', 1000), connectionId, { ...run, options: '' })
    await recordQueryRun(context('u1', 'Robin', 2000), connectionId, { ...run, rows: 3 })
    await recordQueryRun(kim, connectionId, { ...run, options: '$top=1' })
    const mine = await listQueryRuns(ctx, connectionId)
    expect(mine.map(({ options, times, rows }) => [options, times, rows])).toEqual([
      ['$top=50', 2, 3],
      ['', 1, 50],
    ])
    await clearQueryRuns(ctx, connectionId)
    expect(await listQueryRuns(ctx, connectionId)).toEqual([])
    expect(await listQueryRuns(kim, connectionId)).toHaveLength(1)
  })

  test('a history forgets the oldest', async () => {
    const usual = { ...historyLimits }
    Object.assign(historyLimits, { runs: 3 })
    onTestFinished(() => void Object.assign(historyLimits, usual))
    for (let count = 0; count <= 3; count += 1) {
      const at = context('u1', 'Robin', count)
      await recordQueryRun(at, connectionId, { ...run, options: `$top=${count}` })
    }
    const kept = (await listQueryRuns(ctx, connectionId)).map(({ options }) => options)
    expect(kept).toEqual(['$top=3', '$top=2', '$top=1'])
  })
})
