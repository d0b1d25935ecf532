import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node'
import { type OutboundAnswer, type OutboundCall, send } from '@/lib/http/outbound'
import { OutboundError } from '@/lib/http/outbound-error'

/** Longest wait for one answer of an authority, repeats included. */
export const authorityTimeoutMs = 20_000

/** Discovery documents and tokens have a few kilobytes; this leaves room. */
export const authorityBytesMax = 512 * 1024

/** The last call that MSAL made: its answer, or why there was none. */
export type LastCall = Readonly<{
  method: 'GET' | 'POST'
  url: string
  at: Date
  tookMs: number
  answer: OutboundAnswer | undefined
  error: unknown
}>

/**
 * MSAL's way to the network, through our own client. It keeps the last call, since MSAL passes on
 * only part of what an authority answered.
 */
export class MsalNetwork implements INetworkModule {
  readonly #signal: AbortSignal
  readonly #now: () => Date
  last: LastCall | undefined

  constructor(signal: AbortSignal, now: () => Date) {
    this.#signal = signal
    this.#now = now
  }

  async sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions) {
    return await this.#send<T>('GET', url, options)
  }

  async sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions) {
    return await this.#send<T>('POST', url, options)
  }

  async #send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const startedAt = performance.now()
    const call = { method, url, at: this.#now() }
    const ended = (answer: OutboundAnswer | undefined, error?: unknown): void => {
      this.last = { ...call, answer, error, tookMs: performance.now() - startedAt }
    }
    const answer = await send(this.#toCall(method, url, options)).catch((error: unknown) => {
      ended(undefined, error)
      throw error
    })
    ended(answer)
    try {
      // MSAL names the shape that it expects and checks the parts that it uses.
      const body = JSON.parse(answer.body) as T
      return { status: answer.status, headers: { ...answer.headers }, body }
    } catch (cause) {
      const error = malformed(url, cause)
      ended(answer, error)
      throw error
    }
  }

  #toCall(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions): OutboundCall {
    return {
      method,
      url,
      headers: { accept: 'application/json', ...options.headers },
      ...(options.body === undefined ? {} : { body: options.body }),
      signal: this.#signal,
      timeoutMs: authorityTimeoutMs,
      bodyBytesMax: authorityBytesMax,
      retries: 2,
      // A token that nobody got harms nobody, so minting twice is safe.
      idempotent: true,
    }
  }
}

function malformed(url: string, cause: unknown): OutboundError {
  return new OutboundError({
    code: 'answer_malformed',
    host: new URL(url).host,
    phase: 'body',
    message: 'The authority did not answer in JSON',
    cause,
  })
}
