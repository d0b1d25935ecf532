import { setImmediate } from 'node:timers/promises'
import type { Test } from '@/lib/sandbox/finops/query/operand'
import { Cursor, type Range, type RowStore } from '@/lib/sandbox/finops/store/row-store'

/** What to look at, and what to look for. */
export type Scan = Readonly<{
  store: RowStore
  ranges: readonly Range[]
  /** Rows of this company only; null for all. */
  company: string | null
  test: Test | undefined
  signal: AbortSignal
}>

/** Rows looked at before other work of the process gets its turn. */
const sliceRows = 2_000

/**
 * Visits every row that passes, in slot order, until `visit` says false. Holds one cursor and
 * nothing else, and lets go of the thread at short intervals.
 *
 * @throws the signal's reason when the caller has gone
 */
export async function scanRows(scan: Scan, visit: (cursor: Cursor) => boolean): Promise<void> {
  const cursor = new Cursor()
  let seen = 0
  for (const [from, to] of scan.ranges) {
    for (let slot = from; slot < to; slot += 1) {
      seen += 1
      if (seen % sliceRows === 0) {
        await setImmediate()
        scan.signal.throwIfAborted()
      }
      if (passes(scan, cursor, slot) && !visit(cursor)) return
    }
  }
}

function passes(scan: Scan, cursor: Cursor, slot: number): boolean {
  if (!scan.store.moveTo(cursor, slot)) return false
  const isOfCompany =
    scan.company === null ||
    !scan.store.isPerCompany ||
    cursor.company.toLowerCase() === scan.company.toLowerCase()
  return isOfCompany && (scan.test === undefined || scan.test(cursor))
}

/** How many rows pass; without a filter or changes it is counted, not looked at. */
export async function countRows(scan: Scan): Promise<number> {
  const { overlay } = scan.store
  const isUntouched = overlay.added.length === 0 && overlay.removed.size === 0
  if (!scan.test && isUntouched) {
    return scan.ranges.reduce((total, [from, to]) => total + (to - from), 0)
  }
  let count = 0
  await scanRows(scan, () => {
    count += 1
    return true
  })
  return count
}

/** The same scan without the slots before `first`. */
export function scanFrom(scan: Scan, first: number): Scan {
  const ranges = scan.ranges
    .filter(([, to]) => to > first)
    .map(([from, to]): Range => [Math.max(from, first), to])
  return { ...scan, ranges }
}
