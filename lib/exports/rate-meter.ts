const windowMs = 10_000

/** How fast a count has grown over the last ten seconds. */
export class RateMeter {
  readonly #now: () => Date
  #seen: { atMs: number; count: number }[] = []

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Whole units a second; null before there is anything to compare. */
  perSecond(count: number): number | null {
    const atMs = this.#now().getTime()
    this.#seen = [...this.#seen.filter((seen) => atMs - seen.atMs <= windowMs), { atMs, count }]
    const [first] = this.#seen
    if (!first || first.atMs === atMs) return null
    return Math.max(0, Math.round(((count - first.count) * 1000) / (atMs - first.atMs)))
  }

  /** For a count that begins anew. */
  restart(): void {
    this.#seen = []
  }
}
