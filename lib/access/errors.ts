/** Why someone is not let in, or may not do what they asked for. */
export type AccessErrorCode =
  | 'not_signed_in'
  | 'setup_link_invalid'
  | 'already_set_up'
  | 'token_invalid'
  | 'not_allowed'
  | 'production_closed'
  | 'hidden'
  | 'invitation_invalid'
  | 'not_found'
  | 'last_admin'
  | 'email_taken'
  | 'too_many_guesses'

/** A caller was refused. `code` is stable; `message` is for the log. */
export class AccessError extends Error {
  override readonly name = 'AccessError'
  readonly code: AccessErrorCode

  constructor(code: AccessErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
