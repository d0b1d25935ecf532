/**
 * Latencies as a histogram: pairs of bucket and count, buckets ascending. Two of them can be put
 * together, which percentiles cannot; a bucket is 9 % wide, so that is how far a percentile may be off.
 */
export type Histogram = readonly number[]

const growth = 2 ** (1 / 8)

/** The histogram of some latencies in milliseconds. */
export function toHistogram(latenciesMs: readonly number[]): Histogram {
  return merge(latenciesMs.map((ms) => [bucketOf(ms), 1]))
}

/** All of them as one. */
export function mergeHistograms(histograms: readonly Histogram[]): Histogram {
  return merge(histograms)
}

/** The latency that `share` (0 to 1) of all do not exceed, in whole milliseconds; null for none. */
export function quantileMs(histogram: Histogram, share: number): number | null {
  let total = 0
  for (let at = 1; at < histogram.length; at += 2) total += histogram[at] ?? 0
  if (total === 0) return null
  const rank = Math.max(1, Math.ceil(total * share))
  let seen = 0
  for (let at = 0; at < histogram.length; at += 2) {
    seen += histogram[at + 1] ?? 0
    if (seen >= rank) return toMs(histogram[at] ?? 0)
  }
  return null
}

function merge(histograms: readonly Histogram[]): Histogram {
  const counts = new Map<number, number>()
  for (const histogram of histograms) {
    for (let at = 0; at < histogram.length; at += 2) {
      const bucket = histogram[at] ?? 0
      counts.set(bucket, (counts.get(bucket) ?? 0) + (histogram[at + 1] ?? 0))
    }
  }
  return [...counts].sort(([a], [b]) => a - b).flat()
}

function bucketOf(ms: number): number {
  return Math.round(Math.log(Math.max(1, ms)) / Math.log(growth))
}

function toMs(bucket: number): number {
  return Math.round(growth ** bucket)
}
