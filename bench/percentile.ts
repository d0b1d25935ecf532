/** What a load run measured, times in milliseconds. */
export type LoadSummary = Readonly<{
  calls: number
  errors: number
  perSecond: number
  p50Ms: number
  p99Ms: number
  maxMs: number
}>

/** The value below which `share` (0 to 1) of `sorted` lies; nearest rank, 0 for nothing. */
export function percentile(sorted: readonly number[], share: number): number {
  const rank = Math.ceil(sorted.length * share)
  return sorted[Math.max(0, rank - 1)] ?? 0
}

/** Sums up the times of `seconds` seconds of calls. */
export function summarise(
  timesMs: readonly number[],
  { errors, seconds }: Readonly<{ errors: number; seconds: number }>,
): LoadSummary {
  const sorted = timesMs.toSorted((a, b) => a - b)
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    calls: sorted.length,
    errors,
    perSecond: round(sorted.length / seconds),
    p50Ms: round(percentile(sorted, 0.5)),
    p99Ms: round(percentile(sorted, 0.99)),
    maxMs: round(sorted.at(-1) ?? 0),
  }
}
