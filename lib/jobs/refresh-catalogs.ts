import { and, eq, gt, isNull } from 'drizzle-orm'
import { wantedLanguages } from '@/lib/catalog/labels/label-store'
import { readLabels } from '@/lib/catalog/labels/labels'
import { dueAt, nightStart } from '@/lib/catalog/night'
import { openConnection } from '@/lib/catalog/open-connection'
import { refreshByNight } from '@/lib/catalog/refresh-by-night'
import { database } from '@/lib/db/client'
import { catalogRuns, connections, tokenStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/** A run of this job begins with no more after this, since the next one follows soon. */
const busyMsMax = 8 * 60_000

/** Labels of a language in which nobody has looked for so long are left as they are. */
const wantedForMs = 30 * 24 * 3_600_000

const labelBounds = { atOnce: 4, callsMax: 12_000, timeMsMax: 15 * 60_000 }

/**
 * Reads the catalogs that are due tonight, of connections whose credential works: their newest
 * token was minted and nothing has failed since. It runs many times a night; each connection has
 * its own minute, and one that was missed while no server ran is read as soon as one does.
 */
export async function refreshCatalogs(ctx: Context): Promise<void> {
  const endsAt = ctx.now().getTime() + busyMsMax
  for (const id of await dueConnections(ctx.now())) {
    if (ctx.signal.aborted || ctx.now().getTime() > endsAt) return
    try {
      const end = await refreshByNight(ctx, id)
      ctx.log.info({ connectionId: id, end: end.type }, 'a catalog was read by night')
      if (end.type === 'finished') await readWantedLabels(ctx, id)
    } catch (error) {
      // The others are read all the same.
      ctx.log.error({ err: error, connectionId: id }, 'a catalog could not be read by night')
    }
  }
}

/** Connections whose minute has come tonight, and that have not been read since it began. */
export async function dueConnections(now: Date): Promise<string[]> {
  const rows = await database()
    .orm.select({ id: connections.id, run: catalogRuns })
    .from(connections)
    .innerJoin(tokenStates, eq(tokenStates.connectionId, connections.id))
    .leftJoin(catalogRuns, eq(catalogRuns.connectionId, connections.id))
    .where(and(gt(tokenStates.mints, 0), isNull(tokenStates.lastFailure)))
  const begun = nightStart(now)
  return rows
    .filter(({ id, run }) => dueAt(id, now) <= now && (run === null || isOver(run, now, begun)))
    .map(({ id }) => id)
}

/** Whether a reading was before this night, or was broken off with its server. */
function isOver(
  { startedAt, finishedAt, leaseUntil }: typeof catalogRuns.$inferSelect,
  now: Date,
  begun: Date,
): boolean {
  if (finishedAt !== null) return startedAt < begun
  return leaseUntil === null || leaseUntil < now
}

async function readWantedLabels(ctx: Context, connectionId: string): Promise<void> {
  const open = await openConnection(ctx, connectionId)
  const { origin } = new URL(open.access.environmentUrl)
  const since = new Date(ctx.now().getTime() - wantedForMs)
  for (const language of await wantedLanguages(origin, since)) {
    await readLabels(ctx, open, { language, bounds: labelBounds })
  }
}
