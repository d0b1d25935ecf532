import type { InferSelectModel } from 'drizzle-orm'
import { Canary, CanaryRun, CanaryRunDetail } from '@/lib/contract/canary'
import type { canaries, canaryRuns } from '@/lib/db/schema'

export type CanaryRow = InferSelectModel<typeof canaries>
export type CanaryRunRow = InferSelectModel<typeof canaryRuns>

/** A canary as it is told; the database is an edge too. */
export function toCanary(row: CanaryRow, isRunning: boolean): Canary {
  return Canary.parse({
    ...row,
    nextDueAt: iso(row.nextDueAt),
    heldUntil: iso(row.heldUntil),
    failingSince: iso(row.failingSince),
    lastPassedAt: iso(row.lastPassedAt),
    updatedAt: iso(row.updatedAt),
    isRunning,
  })
}

/** An ended run as it is told. */
export function toRunDetail(row: CanaryRunRow): CanaryRunDetail {
  return CanaryRunDetail.parse({ ...timesOf(row), took: row.took ?? {} })
}

/** The same without the time of each check. */
export function toRun(row: CanaryRunRow): CanaryRun {
  return CanaryRun.parse(timesOf(row))
}

function timesOf(row: CanaryRunRow) {
  return {
    ...row,
    dueAt: iso(row.dueAt),
    startedAt: iso(row.startedAt),
    finishedAt: iso(row.finishedAt),
    calls: row.calls ?? 0,
    throttled: row.throttled ?? 0,
  }
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
