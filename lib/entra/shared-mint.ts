import type { MintedToken } from '@/lib/entra/request-token'
import { onAbort } from '@/lib/http/on-abort'
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
      const off = onAbort(signal, () => {
        this.#leave()
        reject(cancelled(this.#host, 'request', signal.reason))
      })
      const settle = (act: () => void) => {
        if (signal.aborted) return
        off()
        this.#leave()
        act()
      }
      this.#work.then(
        (token) => settle(() => resolve({ ...token, fresh: this.#deliver() })),
        (error: unknown) => settle(() => reject(error)),
      )
    })
  }

  #leave(): void {
    this.#waiting -= 1
    if (this.#waiting === 0) this.#stop.abort()
  }

  #deliver(): boolean {
    const isFirst = !this.#isDelivered
    this.#isDelivered = true
    return isFirst
  }
}
