import type { RowsAnswer } from '@/components/explorer/read-rows'

export type Spent = Readonly<{ label: string; ms: number }>

/**
 * Where the time of a read went, in the order in which it went there. What the server measured is
 * named; the rest of what the browser waited is the body, and the way through Fivestep.
 */
export function spentTimes({ timing, tookMs }: Pick<RowsAnswer, 'timing' | 'tookMs'>): Spent[] {
  if (!timing) return [{ label: 'In all', ms: tookMs }]
  const measured = [
    spent('Token', timing.tokenMs),
    spent('Held back by 429', timing.throttledMs),
    spent('Name look-up', timing.dnsMs),
    spent('Connect', timing.connectMs),
    spent('TLS', timing.tlsMs),
    spent('First byte', timing.firstByteMs),
  ].filter((item) => item !== null)
  const known = measured.reduce((sum, { ms }) => sum + ms, 0)
  return [...measured, { label: 'The rest, and our own way', ms: Math.max(0, tookMs - known) }]
}

function spent(label: string, ms: number | null): Spent | null {
  return ms === null ? null : { label, ms }
}

/** A time as people read it: `0.4 ms`, `83 ms`, `1.43 s`. */
export function toTime(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`
  return ms < 10 ? `${ms.toFixed(1)} ms` : `${Math.round(ms)} ms`
}
