export type ConnectionErrorCode = 'not_found' | 'bad_address' | 'incomplete' | 'conflict'

/** A connection cannot be had or changed as asked. `detail` is for the person who asked. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
  readonly code: ConnectionErrorCode
  readonly detail: string

  constructor(code: ConnectionErrorCode, detail: string) {
    super(`${code}: ${detail}`)
    this.code = code
    this.detail = detail
  }
}
