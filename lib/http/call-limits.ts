import { onAbort } from '@/lib/http/on-abort'
import { cancelled, OutboundError } from '@/lib/http/outbound-error'
import { toOutboundError } from '@/lib/http/to-outbound-error'

type Limits = Readonly<{ signal: AbortSignal; timeoutMs: number; bodyBytesMax: number }>

/** The caller's signal and the clock of one call, until its last byte is read. */
export class CallLimits {
  readonly #bound = new AbortController()
  readonly #timer: NodeJS.Timeout
  readonly #off: () => void
  readonly host: string
  readonly bodyBytesMax: number

  constructor(call: Limits, host: string) {
    this.host = host
    this.bodyBytesMax = call.bodyBytesMax
    this.#off = onAbort(call.signal, () =>
      this.#bound.abort(cancelled(host, 'request', call.signal.reason)),
    )
    this.#timer = setTimeout(() => this.#bound.abort(timedOut(host, call)), call.timeoutMs)
  }

  /** Aborted when the caller has gone away or the time is up. */
  get signal(): AbortSignal {
    return this.#bound.signal
  }

  /** Lets go of the caller's signal and of the clock. */
  release(): void {
    clearTimeout(this.#timer)
    this.#off()
  }

  /** Why the call broke: the limit that was reached, or else what the network said. */
  explain(error: unknown, phase: 'request' | 'body' = 'request'): OutboundError {
    const reason: unknown = this.#bound.signal.aborted ? this.#bound.signal.reason : error
    return toOutboundError(reason, this.host, phase)
  }
}

function timedOut(host: string, call: Limits): OutboundError {
  return new OutboundError({
    code: 'timed_out',
    host,
    phase: 'request',
    message: `${host} did not finish its answer within ${call.timeoutMs} ms`,
  })
}
