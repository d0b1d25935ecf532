import type { Failure } from '@/lib/diagnosis/failure'
import { parseRetryAfterMs } from '@/lib/http/retry-after'

/** How long to wait before the same page is asked for again, and why. */
export type Pause = Readonly<{ ms: number; why: string }>

/** What went wrong in a row, since the last page that came. */
export type Troubles = Readonly<{ times: number; waitedMs: number }>

const throttledMsMax = 2 * 3_600_000
const pausesMs = [2_000, 5_000, 15_000, 30_000, 60_000]
const brokenTimesMax = 2

const networkCodes: ReadonlySet<string> = new Set([
  'dns_failed',
  'connect_refused',
  'connect_reset',
  'connect_timed_out',
  'network_unreachable',
  'timed_out',
  'proxy_failed',
  'tls_failed',
])

/**
 * Whether the page may come after all. Throttling is waited out as F&O asks, for up to two hours
 * in a row; a network or a server that fails for the moment is tried five times; an answer that is
 * broken, or an error of F&O's own, twice more, since both have been seen to pass.
 */
export function pauseFor(error: unknown, troubles: Troubles, now: Date): Pause | undefined {
  const failure = failureOf(error)
  if (!failure) return undefined
  const asked = parseRetryAfterMs(failure.headers['retry-after'], now)
  const ms = asked ?? pausesMs[Math.min(troubles.times, pausesMs.length - 1)] ?? 0
  if (failure.status === 429) {
    return troubles.waitedMs + ms <= throttledMsMax
      ? { ms, why: 'F&O asked for time (429)' }
      : undefined
  }
  const allowed = triesFor(failure)
  if (troubles.times >= allowed) return undefined
  return { ms, why: whyOf(failure) }
}

function triesFor({ status, code }: Failure): number {
  if (code === 'answer_malformed' || status === 500) return brokenTimesMax
  if (status !== null && [408, 502, 503, 504].includes(status)) return pausesMs.length
  return networkCodes.has(code ?? '') ? pausesMs.length : 0
}

function whyOf({ where, status, code }: Failure): string {
  const who = where === 'authority' ? 'Entra' : 'F&O'
  if (code === 'answer_malformed') return `${who} answered what is no page of rows`
  return status === null || networkCodes.has(code ?? '')
    ? `${who} could not be reached`
    : `${who} answered ${status}`
}

/** By name, since the classes may have been loaded once more in another bundle. */
function failureOf(error: unknown): Failure | undefined {
  const isOurs =
    error instanceof Error && (error.name === 'FinopsError' || error.name === 'TokenError')
  return isOurs && 'failure' in error ? (error.failure as Failure) : undefined
}
