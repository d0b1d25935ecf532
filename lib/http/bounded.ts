import { onAbort } from '@/lib/http/on-abort'
import { cancelled, OutboundError, type OutboundPhase } from '@/lib/http/outbound-error'
import { toOutboundError } from '@/lib/http/to-outbound-error'

type Bounds = Readonly<{ host: string; signal?: AbortSignal | undefined; timeoutMs: number }>

/**
 * Runs `run` within the caller's signal and a time; `run` says which phase it enters, and the
 * error says in which it broke.
 *
 * @throws {OutboundError} `cancelled`; `dns_failed` or `connect_timed_out` when the time is up;
 * what `run` threw otherwise, through our funnel.
 */
export async function bounded<T>(
  { host, signal, timeoutMs }: Bounds,
  run: (signal: AbortSignal, enter: (phase: OutboundPhase) => void) => Promise<T>,
): Promise<T> {
  let phase: OutboundPhase = 'policy'
  const bound = new AbortController()
  const stop = () => bound.abort(cancelled(host, phase, signal?.reason))
  const onTime = () => bound.abort(timedOut(host, phase, timeoutMs))
  const off = signal === undefined ? undefined : onAbort(signal, stop)
  const timer = setTimeout(onTime, timeoutMs)
  try {
    return await run(bound.signal, (next) => {
      phase = next
    })
  } catch (error) {
    throw toOutboundError(bound.signal.aborted ? bound.signal.reason : error, host, phase)
  } finally {
    clearTimeout(timer)
    off?.()
  }
}

function timedOut(host: string, phase: OutboundPhase, timeoutMs: number): OutboundError {
  return new OutboundError({
    code: phase === 'dns' ? 'dns_failed' : 'connect_timed_out',
    host,
    phase,
    message: `${host} did not answer within ${timeoutMs} ms (${phase})`,
  })
}
