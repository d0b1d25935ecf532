import type { Tone } from '@/components/ui/tone'
import type { CanaryRun, CanaryVerdict } from '@/lib/contract/canary'

/** A verdict of a canary in a word, with how it is meant. */
export const verdictLook: Readonly<Record<CanaryVerdict, Readonly<{ word: string; tone: Tone }>>> =
  {
    passed: { word: 'Passed', tone: 'success' },
    slow: { word: 'Too slow', tone: 'warning' },
    throttled: { word: 'Throttled', tone: 'warning' },
    failed: { word: 'Failed', tone: 'danger' },
    unclear: { word: 'Unclear', tone: 'warning' },
    skipped: { word: 'Skipped', tone: 'neutral' },
  }

/** Milliseconds as they are read at a glance: `84 ms`, `1.2 s`, `14 s`. */
export function toMs(ms: number | null): string {
  if (ms === null) return '–'
  if (ms < 1000) return `${Math.round(ms)} ms`
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/** A share as a percentage; a small one is never rounded away to nothing. */
export function toPercent(share: number | null): string {
  if (share === null) return '–'
  if (share > 0 && share < 0.01) return `${(share * 100).toFixed(1)} %`
  return `${Math.round(share * 100)} %`
}

/** One run in a line, as the tip of its bar. */
export function runLine(run: CanaryRun): string {
  const { word } = verdictLook[run.verdict]
  const parts = [`${run.dueAt.slice(5, 16).replace('T', ' ')} UTC: ${word}`]
  if (run.latencyMs !== null) parts.push(`${toMs(run.latencyMs)}, ${run.rows ?? 0} rows`)
  if (run.headline) parts.push(run.headline)
  if (run.missed > 0) parts.push(`${run.missed} due times before it went unseen`)
  return parts.join(' · ')
}

/** `every 5 minutes`, `every hour`, `every 6 hours`, `once a day`. */
export function everyText(minutes: number): string {
  if (minutes === 1) return 'every minute'
  if (minutes === 60) return 'every hour'
  if (minutes === 1440) return 'once a day'
  return minutes % 60 === 0 ? `every ${minutes / 60} hours` : `every ${minutes} minutes`
}
