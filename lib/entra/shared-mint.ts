import type { MintedToken } from '@/lib/entra/request-token'
import { cancelled } from '@/lib/http/outbound-error'

/** A token on its way, and whether this caller is the first to receive it. */
export type Delivered = MintedToken & Readonly<{ fresh: boolean }>

/**
 * One mint that any number of callers wait for. A caller who leaves leaves alone; the mint itself
 * is given up only when the last one has gone.
 */
export class SharedMint {
  readonly #work: Promise<MintedToken>
  readonly #stop = new AbortController()
  readonly #host: string
  #waiting = 0
  #isDelivered = false

  constructor(host: string, mint: (signal: AbortSignal) => Promise<MintedToken>) {
    this.#host = host
    this.#work = mint(this.#stop.signal)
    // Whoever waits gets the error; with nobody left it must not end the process.
    this.#work.catch(() => undefined)
  }

  /** False once everybody has left: a newcomer needs a mint of their own. */
  get isOpen(): boolean {
    return !this.#stop.signal.aborted
  }

  /** @throws {OutboundError} `cancelled` when `signal` is aborted first; what the mint throws. */
  join(signal: AbortSignal): Promise<Delivered> {
    this.#waiting += 1
    return new Promise<Delivered>((resolve, reject) => {
      const onAbort = () => {
        leave()
        reject(cancelled(this.#host, 'request', signal.reason))
      }
      const leave = () => {
        signal.removeEventListener('abort', onAbort)
        this.#waiting -= 1
        if (this.#waiting === 0) this.#stop.abort()
      }
      signal.addEventListener('abort', onAbort)
      if (signal.aborted) return onAbort()
      this.#work.then(
        (token) => {
          if (signal.aborted) return
          const fresh = !this.#isDelivered
          this.#isDelivered = true
          leave()
          resolve({ ...token, fresh })
        },
        (error: unknown) => {
          if (signal.aborted) return
          leave()
          reject(error)
        },
      )
    })
  }
}
