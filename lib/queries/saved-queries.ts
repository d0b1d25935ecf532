import { and, asc, eq, isNull, lt, ne, sql } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { ConnectionError } from '@/lib/connections/errors'
import { lockConnection } from '@/lib/connections/lock-connection'
import { requireActor } from '@/lib/connections/require-actor'
import { requireConnection } from '@/lib/connections/require-connection'
import { ChangeQueryInput, type SavedQuery, SaveQueryInput } from '@/lib/contract/saved-query'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { newId } from '@/lib/db/new-id'
import { savedQueries } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** Names one saved query of one connection. */
export type SavedQueryKey = Readonly<{ connectionId: string; queryId: string }>

/** Of one connection; who keeps more does not find them again either. */
const queriesMax = 500
const undoMs = 86_400_000

/** The saved queries of a connection by name. @throws {ConnectionError} `not_found` */
export async function listSavedQueries(ctx: Context, connectionId: string): Promise<SavedQuery[]> {
  await requireConnection(ctx, connectionId)
  const rows = await database()
    .orm.select()
    .from(savedQueries)
    .where(and(eq(savedQueries.connectionId, connectionId), isNull(savedQueries.deletedAt)))
    .orderBy(asc(sql`lower(${savedQueries.name})`), asc(savedQueries.id))
  return rows.map(toSavedQuery)
}

/**
 * Keeps a query for the team.
 *
 * @throws {ConnectionError} `not_found`; `conflict` where the name is taken or there are too many
 */
export async function saveQuery(
  ctx: Context,
  connectionId: string,
  input: SaveQueryInput,
): Promise<SavedQuery> {
  requireActor(ctx)
  const { name, note, entitySet, options } = SaveQueryInput.parse(input)
  const now = ctx.now()
  const by = nameOf(ctx)
  const id = newId('qry')
  const saved = await database().orm.transaction(async (tx) => {
    await lockConnection(tx, connectionId)
    await requireFreeName(tx, { connectionId, queryId: id }, name)
    const mine = and(eq(savedQueries.connectionId, connectionId), isNull(savedQueries.deletedAt))
    if ((await tx.$count(savedQueries, mine)) >= queriesMax) {
      throw new ConnectionError('conflict', `There are ${queriesMax} already. Delete some of them.`)
    }
    const people = { madeBy: by, changedBy: by, createdAt: now, updatedAt: now }
    const row = { id, connectionId, name, note, entitySet, options, ...people }
    const [inserted] = await tx.insert(savedQueries).values(row).returning()
    const detail = { connectionId, name, entitySet }
    await recordAudit(tx, ctx, { action: 'query.save', subject: id, detail })
    return inserted
  })
  if (!saved) throw new Error('the query was inserted and did not come back')
  return toSavedQuery(saved)
}

/**
 * Changes what of a saved query is named.
 *
 * @throws {ConnectionError} `not_found`; `conflict` where the name is taken
 */
export async function changeSavedQuery(
  ctx: Context,
  key: SavedQueryKey,
  input: ChangeQueryInput,
): Promise<SavedQuery> {
  requireActor(ctx)
  const change = ChangeQueryInput.parse(input)
  return await database().orm.transaction(async (tx) => {
    await lockConnection(tx, key.connectionId)
    if (change.name !== undefined) await requireFreeName(tx, key, change.name)
    const set = { ...change, changedBy: nameOf(ctx), updatedAt: ctx.now() }
    const [row] = await tx
      .update(savedQueries)
      .set(set)
      .where(and(isQuery(key), isNull(savedQueries.deletedAt)))
      .returning()
    if (!row) throw noQuery()
    const fields = Object.keys(change)
    const detail = { connectionId: key.connectionId, name: row.name, fields }
    await recordAudit(tx, ctx, { action: 'query.change', subject: key.queryId, detail })
    return toSavedQuery(row)
  })
}

/** Deletes a saved query; for a day it can be taken back. @throws {ConnectionError} `not_found` */
export async function deleteSavedQuery(ctx: Context, key: SavedQueryKey): Promise<void> {
  requireActor(ctx)
  await database().orm.transaction(async (tx) => {
    await lockConnection(tx, key.connectionId)
    const [row] = await tx
      .update(savedQueries)
      .set({ deletedAt: ctx.now() })
      .where(and(isQuery(key), isNull(savedQueries.deletedAt)))
      .returning()
    if (!row) throw noQuery()
    const detail = { connectionId: key.connectionId, name: row.name }
    await recordAudit(tx, ctx, { action: 'query.delete', subject: key.queryId, detail })
  })
}

/**
 * Takes a deletion back.
 *
 * @throws {ConnectionError} `not_found`; `conflict` where another has its name by now
 */
export async function restoreSavedQuery(ctx: Context, key: SavedQueryKey): Promise<SavedQuery> {
  requireActor(ctx)
  return await database().orm.transaction(async (tx) => {
    await lockConnection(tx, key.connectionId)
    const [row] = await tx
      .update(savedQueries)
      .set({ deletedAt: null })
      .where(isQuery(key))
      .returning()
    if (!row) throw noQuery()
    await requireFreeName(tx, key, row.name)
    const detail = { connectionId: key.connectionId, name: row.name }
    await recordAudit(tx, ctx, { action: 'query.restore', subject: key.queryId, detail })
    return toSavedQuery(row)
  })
}

/** Removes for good what was deleted longer than a day ago. */
export async function pruneSavedQueries(ctx: Context): Promise<void> {
  const before = new Date(ctx.now().getTime() - undoMs)
  await database().orm.delete(savedQueries).where(lt(savedQueries.deletedAt, before))
}

async function requireFreeName(
  tx: Transaction,
  { connectionId, queryId }: SavedQueryKey,
  name: string,
): Promise<void> {
  const isTaken = and(
    eq(savedQueries.connectionId, connectionId),
    ne(savedQueries.id, queryId),
    eq(sql`lower(${savedQueries.name})`, name.toLowerCase()),
    isNull(savedQueries.deletedAt),
  )
  if ((await tx.$count(savedQueries, isTaken)) > 0) {
    throw new ConnectionError('conflict', `There is a saved query called “${name}” already.`)
  }
}

function isQuery({ connectionId, queryId }: SavedQueryKey) {
  return and(eq(savedQueries.id, queryId), eq(savedQueries.connectionId, connectionId))
}

function nameOf({ actor }: Context): string {
  return actor.kind === 'user' ? actor.name : 'Fivestep'
}

function toSavedQuery(row: typeof savedQueries.$inferSelect): SavedQuery {
  const { deletedAt: _deletedAt, createdAt, updatedAt, ...rest } = row
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() }
}

function noQuery(): ConnectionError {
  return new ConnectionError('not_found', 'There is no such query. It may have been deleted.')
}
