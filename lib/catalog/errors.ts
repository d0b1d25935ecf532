import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'

/** Entra or F&O did not do what was asked; the page speaks through `diagnosis`. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly failure: Failure
  readonly diagnosis: Diagnosis

  constructor(failure: Failure, diagnosis: Diagnosis, cause?: unknown) {
    super(`${diagnosis.rule}: ${failure.code ?? failure.status ?? 'no answer'}`, { cause })
    this.failure = failure
    this.diagnosis = diagnosis
  }
}

/**
 * What was asked for cannot be sent as it is: `bad_path` or `bad_query`; or the connection lacks
 * something that every call needs: `incomplete`. `message` may be shown to the person who asked.
 */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'
  readonly code: 'bad_path' | 'bad_query' | 'incomplete'

  constructor(code: CatalogError['code'], message: string) {
    super(message)
    this.code = code
  }
}
