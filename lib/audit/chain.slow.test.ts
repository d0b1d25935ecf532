import { pino } from 'pino'
import { beforeEach, expect, test } from 'vitest'
import { toAuditCsv } from '@/lib/audit/audit-csv'
import { recordAudit } from '@/lib/audit/record'
import { retainAudit } from '@/lib/audit/retain'
import { everyAudit, searchAudit } from '@/lib/audit/search-audit'
import { verifyChain } from '@/lib/audit/verify-chain'
import { database } from '@/lib/db/client'
import { onBothEngines } from '@/lib/db/test-engines'
import type { Context } from '@/lib/log/context'

let clock = new Date('2026-11-25T08:00:00.000Z')
const ctx: Context = {
  actor: { kind: 'user', userId: 'u1', name: 'Robin' },
  now: () => clock,
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: 'r1',
  from: '10.1.2.3',
}
const write = (subject: string, changed: Partial<Context> = {}) =>
  database().orm.transaction((tx) =>
    recordAudit(
      tx,
      { ...ctx, ...changed },
      {
        action: 'thing.change',
        subject,
        detail: { z: 1, a: { y: [1, 2], b: 'é' }, none: undefined },
      },
    ),
  )

onBothEngines('the audit log', (db) => {
  beforeEach(async () => {
    clock = new Date('2026-11-25T08:00:00.000Z')
    await db().execute("truncate audit_entries; delete from settings where key = 'audit-anchor'")
  })

  test('of nothing is whole', async () => {
    expect(await verifyChain(ctx)).toMatchObject({ isWhole: true, entries: 0, head: null })
  })

  test('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(`s${index}`)))
    expect(await verifyChain(ctx)).toMatchObject({ isWhole: true, entries: 20, brokenAt: null })
  })

  test.each([
    [
      'what was done',
      "update audit_entries set action = 'thing.other' where subject = 's2'",
      'changed',
    ],
    [
      'who did it',
      `update audit_entries set actor = '{"kind":"anonymous"}' where subject = 's2'`,
      'changed',
    ],
    [
      'when',
      "update audit_entries set at = at - interval '1 hour' where subject = 's2'",
      'changed',
    ],
    ['from where', 'update audit_entries set "from" = null where subject = \'s2\'', 'changed'],
    [
      'how it ended',
      "update audit_entries set outcome = 'refused' where subject = 's2'",
      'changed',
    ],
    ['the detail', `update audit_entries set detail = '{"z":2}' where subject = 's2'`, 'changed'],
    ['that it was', "delete from audit_entries where subject = 's2'", 'gap'],
    ['the beginning', "delete from audit_entries where subject = 's1'", 'cut'],
  ])('tells that %s was changed behind its back', async (_what, sql, why) => {
    for (const subject of ['s1', 's2', 's3']) await write(subject)
    expect(await verifyChain(ctx)).toMatchObject({ isWhole: true, entries: 3 })
    await db().execute(sql)
    expect(await verifyChain(ctx)).toMatchObject({ isWhole: false, why })
  })

  test('is whole after retention, which writes down what it removed', async () => {
    for (const subject of ['s1', 's2']) await write(subject)
    clock = new Date('2026-12-25T08:00:00.000Z')
    await write('s3')
    expect(await retainAudit(ctx, 20)).toBe(2)
    expect(await verifyChain(ctx)).toMatchObject({ isWhole: true, entries: 2 })
    const { entries } = await searchAudit(ctx, {})
    expect(entries.map(({ action }) => action)).toEqual(['audit.retain', 'thing.change'])
    expect(await retainAudit(ctx, 20)).toBe(0)
    await db().execute("delete from audit_entries where subject = 's3'")
    expect(await verifyChain(ctx)).toMatchObject({ isWhole: false, why: 'cut' })
  })

  test('is searched by who, what, which, outcome and day', async () => {
    await write('s1')
    await write('s2', { actor: { kind: 'token', tokenId: 't', userId: 'u', name: 'nightly_1' } })
    clock = new Date('2026-11-27T08:00:00.000Z')
    await write('s3', { actor: { kind: 'system', job: 'tidy' } })
    const found = async (filter: Parameters<typeof searchAudit>[1]) =>
      (await searchAudit(ctx, filter)).entries.map(({ subject }) => subject)
    expect(await found({})).toEqual(['s3', 's2', 's1'])
    expect(await found({ who: 'robin' })).toEqual(['s1'])
    expect(await found({ who: 'tidy' })).toEqual(['s3'])
    expect(await found({ who: 'nightly_' })).toEqual(['s2'])
    expect(await found({ who: 'nightlyX' })).toEqual([])
    expect(await found({ who: '%' })).toEqual([])
    expect(await found({ action: 'thing.' })).toHaveLength(3)
    expect(await found({ subject: 's1' })).toEqual(['s1'])
    expect(await found({ outcome: 'refused' })).toEqual([])
    expect(await found({ fromDay: '2026-11-26' })).toEqual(['s3'])
    expect(await found({ toDay: '2026-11-25' })).toEqual(['s2', 's1'])
  })

  test('comes whole, in pages and as a stream', async () => {
    for (let index = 0; index < 60; index += 1) await write(`s${index}`)
    const first = await searchAudit(ctx, {})
    expect(first).toMatchObject({ hasMore: true })
    const second = await searchAudit(ctx, { before: first.entries.at(-1)!.id })
    expect(first.entries.length + second.entries.length).toBe(60)
    let streamed = 0
    for await (const _entry of everyAudit(ctx, {})) streamed += 1
    expect(streamed).toBe(60)
  })

  test('runs nothing in a spreadsheet', async () => {
    await write('=cmd()', { actor: { kind: 'user', userId: 'u', name: '"a", +b' } })
    const line = toAuditCsv((await searchAudit(ctx, {})).entries[0]!)
    expect(line).toContain(`"'=cmd()"`)
    expect(line).toContain('"""a"", +b"')
  })
})
