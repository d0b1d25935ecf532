import { subscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'
import { DecoratorHandler, type Dispatcher } from 'undici'
import { type OpeningTimes, takeOpening } from '@/lib/http/opening-times'

/** Where the time of a call went, in milliseconds, as it was measured. */
export type CallTiming = Readonly<{
  /** Null where a connection was used that stood open already. */
  opening: OpeningTimes | null
  /** From the request's first byte on the wire to the answer's; null where it was not seen. */
  firstByteMs: number | null
}>

/**
 * The call whose request undici is about to write: between its `onConnect` and the message on the
 * channel there is nothing but synchronous code, so this names the socket of that call and no other.
 *
 * @see https://github.com/nodejs/undici/blob/v6.x/docs/docs/api/DiagnosticsChannel.md
 */
let aboutToSend: CallWatch | undefined

subscribe('undici:client:sendHeaders', (message) => {
  const watch = aboutToSend
  aboutToSend = undefined
  watch?.sent(socketOf(message))
})

function socketOf(message: unknown): Socket | undefined {
  const isNamed = typeof message === 'object' && message !== null && 'socket' in message
  return isNamed && message.socket instanceof Socket ? message.socket : undefined
}

/** Measures one attempt of a call. */
export class CallWatch {
  #opening: OpeningTimes | null = null
  #sentAt: number | undefined
  #answeredAt: number | undefined

  /** `dispatcher`, with what is sent through it measured. */
  over(dispatcher: Dispatcher): Dispatcher {
    return dispatcher.compose(
      (dispatch) => (options, handler) => dispatch(options, new WatchedHandler(handler, this)),
    )
  }

  timing(): CallTiming {
    const isSeen = this.#sentAt !== undefined && this.#answeredAt !== undefined
    return {
      opening: this.#opening,
      firstByteMs: isSeen ? Number(this.#answeredAt) - Number(this.#sentAt) : null,
    }
  }

  connected(): void {
    aboutToSend = this
    // A call that was given up writes nothing, and must not stand for the next one.
    queueMicrotask(() => {
      if (aboutToSend === this) aboutToSend = undefined
    })
  }

  sent(socket: Socket | undefined): void {
    this.#sentAt = performance.now()
    this.#opening = socket ? takeOpening(socket) : null
  }

  answered(): void {
    this.#answeredAt ??= performance.now()
  }
}

class WatchedHandler extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandlers
  readonly #watch: CallWatch

  constructor(handler: Dispatcher.DispatchHandlers, watch: CallWatch) {
    super(handler)
    this.#handler = handler
    this.#watch = watch
  }

  onConnect(abort: (error?: Error) => void): void {
    this.#watch.connected()
    this.#handler.onConnect?.(abort)
  }

  onResponseStarted(): void {
    this.#watch.answered()
    this.#handler.onResponseStarted?.()
  }
}
