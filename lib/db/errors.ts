export type DatabaseErrorCode = 'not_open' | 'locked' | 'unavailable' | 'newer_schema'

/** The store cannot be used. `code` is stable; `message` is a plain line for the operator. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(message: string, { code, ...options }: ErrorOptions & { code: DatabaseErrorCode }) {
    super(message, options)
    this.code = code
  }
}
