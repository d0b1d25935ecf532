import { and, eq, sql } from 'drizzle-orm'
import { CatalogOutcome, type CatalogRunFacts } from '@/lib/contract/catalog-run'
import { database } from '@/lib/db/client'
import { catalogRuns } from '@/lib/db/schema'

/** A reader that is silent for longer than this has died. */
const leaseMs = 30_000

/** How often a reader says that it is alive. */
export const leaseEveryMs = 10_000

export type CatalogLease = Readonly<{ connectionId: string; lease: string }>

/** Takes the reading of a connection's catalog, unless somebody has it; whether it was free. */
export async function takeCatalogRun(
  { connectionId, lease }: CatalogLease,
  { byNight, now }: Readonly<{ byNight: boolean; now: Date }>,
): Promise<boolean> {
  const values = { lease, leaseUntil: leaseEnd(now), byNight, startedAt: now, finishedAt: null }
  const rows = await database()
    .orm.insert(catalogRuns)
    .values({ connectionId, ...values })
    .onConflictDoUpdate({
      target: catalogRuns.connectionId,
      set: { ...values, outcome: null },
      setWhere: sql`${catalogRuns.lease} is null or ${catalogRuns.leaseUntil} < ${now.toISOString()}::timestamptz`,
    })
    .returning({ id: catalogRuns.connectionId })
  return rows.length > 0
}

/** Says that the reader is alive. */
export async function keepCatalogRun(held: CatalogLease, now: Date): Promise<void> {
  await database()
    .orm.update(catalogRuns)
    .set({ leaseUntil: leaseEnd(now) })
    .where(isMine(held))
}

/** Lets go of a reading and keeps how it ended; null where nobody waited for its end. */
export async function endCatalogRun(
  held: CatalogLease,
  { outcome, now }: Readonly<{ outcome: CatalogOutcome | null; now: Date }>,
): Promise<void> {
  await database()
    .orm.update(catalogRuns)
    .set({ lease: null, leaseUntil: null, finishedAt: now, outcome })
    .where(isMine(held))
}

/** The newest reading of a connection's catalog, under way or ended. */
export async function readCatalogRun(
  connectionId: string,
  now: Date,
): Promise<CatalogRunFacts | null> {
  const [row] = await database()
    .orm.select()
    .from(catalogRuns)
    .where(eq(catalogRuns.connectionId, connectionId))
  if (!row) return null
  return {
    byNight: row.byNight,
    isUnderWay: row.lease !== null && row.leaseUntil !== null && row.leaseUntil >= now,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    outcome: CatalogOutcome.nullable().parse(row.outcome),
  }
}

function isMine({ connectionId, lease }: CatalogLease) {
  return and(eq(catalogRuns.connectionId, connectionId), eq(catalogRuns.lease, lease))
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}
