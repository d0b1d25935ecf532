/** Why someone is not let in. */
export type AccessErrorCode = 'not_signed_in' | 'setup_link_invalid' | 'already_set_up'

/** A caller was refused. `code` is stable; `message` is for the log. */
export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: AccessErrorCode

  constructor(code: AccessErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
