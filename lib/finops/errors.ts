import type { Failure } from '@/lib/diagnosis/failure'

export type FinopsErrorCode =
  | 'unreachable'
  | 'refused'
  | 'malformed'
  | 'path_outside'
  | 'next_link_elsewhere'

/** The environment did not give what was asked for; `failure` is the evidence. */
export class FinopsError extends Error {
  override readonly name = 'FinopsError'
  readonly code: FinopsErrorCode
  readonly failure: Failure

  constructor(code: FinopsErrorCode, failure: Failure, cause?: unknown) {
    super(`${code}: ${failure.method} ${failure.url}: ${failure.message ?? failure.status}`, {
      cause,
    })
    this.code = code
    this.failure = failure
  }
}
