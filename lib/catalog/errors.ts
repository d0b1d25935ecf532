import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'

/** Entra or F&O did not do what was asked; the page speaks through `diagnosis`. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError'
  readonly failure: Failure
  readonly diagnosis: Diagnosis

  constructor(failure: Failure, diagnosis: Diagnosis, options?: ErrorOptions) {
    super(`${diagnosis.rule}: ${failure.code ?? failure.status ?? 'no answer'}`, options)
    this.failure = failure
    this.diagnosis = diagnosis
  }
}

/** What was asked for cannot be sent as it is. `message` may be shown to whoever asked. */
export class CatalogError extends Error {
  override readonly name = 'CatalogError'
  readonly code:
    | 'bad_path'
    | 'bad_query'
    | 'no_catalog'
    | 'no_entity_set'
    | 'bad_document'
    | 'too_large'
    | 'too_many'

  constructor(code: CatalogError['code'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
