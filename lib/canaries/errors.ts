export type CanaryErrorCode = 'not_found' | 'bad_filter' | 'not_now'

/** A canary cannot be had or changed as asked. `detail` is for the person who asked. */
export class CanaryError extends Error {
  override readonly name = 'CanaryError'
  readonly code: CanaryErrorCode
  readonly detail: string

  constructor(code: CanaryErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}
