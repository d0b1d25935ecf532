export type ExportErrorCode = 'not_found' | 'not_now' | 'not_here' | 'bad_request'

/** An export cannot be had or changed as asked. `detail` is for the person who asked. */
export class ExportError extends Error {
  override readonly name = 'ExportError'
  readonly code: ExportErrorCode
  readonly detail: string

  constructor(code: ExportErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause })
    this.code = code
    this.detail = detail
  }
}

/** What the environment sent is no page of rows; `reason` says where it shows. */
export class PageError extends Error {
  override readonly name = 'PageError'
  readonly reason: string

  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

/** A value does not go into the file as what its column is. `message` is for the person. */
export class ValueError extends Error {
  override readonly name = 'ValueError'
}
