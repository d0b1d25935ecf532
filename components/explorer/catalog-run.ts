import type { CatalogCounts, CatalogEvent, CatalogReading } from '@/lib/contract/catalog'

type Failed = Extract<CatalogEvent, { type: 'failed' }>

/** Where the reading of a catalog is, as this page knows it. */
export type CatalogRun =
  | Readonly<{ phase: 'idle' | 'cancelled' }>
  /** Another tab, or the server by itself, is reading it. */
  | Readonly<{ phase: 'elsewhere' }>
  | Readonly<{ phase: 'reading'; bytesTotal: number | null; counts: CatalogCounts | null }>
  | Readonly<{
      phase: 'finished'
      reading: CatalogReading
      /** What the connection had before; null where that is the same, or there was none. */
      before: CatalogReading | null
    }>
  | Readonly<{ phase: 'failed'; failed: Failed }>

/** Where it is after the server told of `event`; `before` is the catalog from before the reading. */
export function catalogRunAfter(
  run: CatalogRun,
  event: CatalogEvent,
  before: CatalogReading | null,
): CatalogRun {
  switch (event.type) {
    case 'started':
      return { phase: 'reading', bytesTotal: event.bytesTotal, counts: null }
    case 'progress': {
      const bytesTotal = run.phase === 'reading' ? run.bytesTotal : null
      return { phase: 'reading', bytesTotal, counts: event.counts }
    }
    case 'busy':
      return { phase: 'elsewhere' }
    case 'finished':
      return { phase: 'finished', reading: event.reading, before: event.isNew ? before : null }
    case 'failed':
      return { phase: 'failed', failed: event }
  }
}

/** A failure of our own, or of the way to our server, told as one of the environment is. */
export function toFailedRun(title: string, detail: string): CatalogRun {
  return {
    phase: 'failed',
    failed: { type: 'failed', title, detail, byteOffset: null, diagnosis: null, failure: null },
  }
}

/** Between 0 and 1; null where nobody knows how much is to come. */
export function shareRead({ bytesTotal, counts }: Extract<CatalogRun, { phase: 'reading' }>) {
  if (bytesTotal === null || counts === null) return null
  // A total that counts compressed bytes is passed before the end, and tells nothing then.
  return counts.bytes > bytesTotal ? null : counts.bytes / bytesTotal
}

const counted = [
  ['sets', 'entity set', 'entity sets'],
  ['properties', 'field', 'fields'],
  ['enums', 'enum', 'enums'],
  ['operations', 'operation', 'operations'],
] as const

/** What the counts alone tell of a change: "2 entity sets more, 1 field fewer". */
export function countChange(before: CatalogCounts, after: CatalogCounts): string {
  const parts = counted.flatMap(([key, one, many]) => {
    const by = after[key] - before[key]
    if (by === 0) return []
    const much = Math.abs(by).toLocaleString('en')
    const name = Math.abs(by) === 1 ? one : many
    return [`${much} ${name} ${by > 0 ? 'more' : 'fewer'}`]
  })
  return parts.length === 0 ? 'as many of everything, but not the same' : parts.join(', ')
}
