import type { Link } from '@/components/proof/proof-run'
import { toDuration } from '@/components/ui/duration'

/** How long something took, as short as can be: `42 ms`, `3.4 s`, `2 min 5 s`. */
export function toTook(tookMs: number): string {
  if (tookMs < 1) return '< 1 ms'
  if (tookMs < 1000) return `${Math.round(tookMs)} ms`
  // A check that was waited for took minutes, where tenths tell nothing.
  return tookMs < 10_000 ? `${(tookMs / 1000).toFixed(1)} s` : toDuration(tookMs / 1000)
}

/** Milliseconds that a link took; null where it did not run to its end. */
export function tookOf(link: Link): number | null {
  if (!('check' in link) || link.state === 'blocked' || link.state === 'skipped') return null
  return link.check.tookMs
}

/** The length of the slowest link, against which the others are drawn; at least 1 ms. */
export function slowestOf(links: readonly Link[]): number {
  return Math.max(1, ...links.map((link) => tookOf(link) ?? 0))
}
