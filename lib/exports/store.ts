import { and, asc, eq, inArray, lt, notInArray, or, sql } from 'drizzle-orm'
import type { ExportFailure } from '@/lib/contract/export'
import { database } from '@/lib/db/client'
import { dataExports } from '@/lib/db/schema'
import type { Checkpoint, ExportRow, Waiting } from '@/lib/exports/stored'

/** How long a run may be silent before another process takes it over. */
const leaseMs = 20_000

/** Whoever runs an export writes only as long as the lease is theirs. */
export type Lease = Readonly<{ id: string; token: string }>

/** How far a run is, as people see it. */
export type Progress = Readonly<{
  rows: number
  pages: number
  bytes: number
  rowsPerSecond: number | null
  waiting: Waiting | null
}>

export type ClaimWish = Readonly<{
  home: string
  token: string
  now: Date
  /** Running in this process already, or still winding down. */
  except: readonly string[]
  /** How many of one connection may run at once. */
  perConnectionMax: number
}>

/** Takes the export that has waited longest: a queued one, or one whose process has died. */
export async function claimExport(wish: ClaimWish): Promise<ExportRow | undefined> {
  const { home, token, now, except, perConnectionMax } = wish
  const busy = sql`(select count(*) from ${dataExports} as other
    where other.connection_id = ${dataExports.connectionId} and other.state = 'running'
    and other.lease_until >= ${now.toISOString()}::timestamptz)`
  const isFree = and(
    eq(dataExports.home, home),
    or(
      eq(dataExports.state, 'queued'),
      and(eq(dataExports.state, 'running'), lt(dataExports.leaseUntil, now)),
    ),
    sql`${busy} < ${perConnectionMax}`,
    ...(except.length > 0 ? [notInArray(dataExports.id, [...except])] : []),
  )
  const { orm } = database()
  const [waiting] = await orm
    .select({ id: dataExports.id })
    .from(dataExports)
    .where(isFree)
    .orderBy(asc(dataExports.updatedAt))
    .limit(1)
  if (!waiting) return undefined
  const [taken] = await orm
    .update(dataExports)
    .set({
      state: 'running',
      lease: token,
      leaseUntil: leaseEnd(now),
      startedAt: sql`coalesce(${dataExports.startedAt}, ${now.toISOString()}::timestamptz)`,
      updatedAt: now,
    })
    .where(and(eq(dataExports.id, waiting.id), isFree))
    .returning()
  return taken
}

/** Makes every run of this data folder free to be taken: nobody else can have one. */
export async function releaseAll(home: string): Promise<void> {
  await database()
    .orm.update(dataExports)
    .set({ leaseUntil: new Date(0) })
    .where(and(eq(dataExports.home, home), eq(dataExports.state, 'running')))
}

/** Lets another process take it over at once. */
export async function releaseLease(lease: Lease): Promise<void> {
  await database()
    .orm.update(dataExports)
    .set({ leaseUntil: new Date(0), waiting: null })
    .where(isMine(lease))
}

/** False once the run is no longer this process's. */
export async function saveProgress(lease: Lease, now: Date, progress: Progress): Promise<boolean> {
  return await save(lease, { ...progress, leaseUntil: leaseEnd(now), updatedAt: now })
}

/** False once the run is no longer this process's. */
export async function saveCheckpoint(
  lease: Lease,
  checkpoint: Checkpoint,
  told: Readonly<{ bytes: number; notes: readonly string[] }>,
): Promise<boolean> {
  const { rows, pages } = checkpoint
  return await save(lease, { checkpoint, rows, pages, ...told })
}

export async function saveRowsTotal(lease: Lease, rowsTotal: number): Promise<void> {
  await save(lease, { rowsTotal })
}

/** How a run has ended. */
export async function saveEnd(
  lease: Lease,
  now: Date,
  end: Readonly<
    | { state: 'done'; bytes: number; notes: readonly string[] }
    | { state: 'failed'; failure: ExportFailure }
  >,
): Promise<boolean> {
  return await save(lease, { ...end, ...ended, finishedAt: now, updatedAt: now })
}

const ended = { lease: null, leaseUntil: null, waiting: null, rowsPerSecond: null }

async function save(
  lease: Lease,
  values: Partial<typeof dataExports.$inferInsert>,
): Promise<boolean> {
  const saved = await database()
    .orm.update(dataExports)
    .set(values)
    .where(isMine(lease))
    .returning({ id: dataExports.id })
  return saved.length > 0
}

function isMine({ id, token }: Lease) {
  return and(eq(dataExports.id, id), eq(dataExports.state, 'running'), eq(dataExports.lease, token))
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}

/** Which of these exports are still known. */
export async function knownExports(ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await database()
    .orm.select({ id: dataExports.id })
    .from(dataExports)
    .where(inArray(dataExports.id, [...ids]))
  return new Set(rows.map(({ id }) => id))
}

/** Removes what has rested since before `before`. */
export async function dropRested(before: Date): Promise<void> {
  const rests = notInArray(dataExports.state, ['queued', 'running'])
  await database()
    .orm.delete(dataExports)
    .where(and(rests, lt(dataExports.updatedAt, before)))
}
