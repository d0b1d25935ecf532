export type DatabaseErrorCode = 'not_open' | 'locked' | 'unavailable' | 'newer_schema'

/** The store cannot be used. `code` is stable; `message` is a plain line for the operator. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(message: string, { code, ...options }: ErrorOptions & { code: DatabaseErrorCode }) {
    super(message, options)
    this.code = code
  }

  /** Next bundles the start-up hook and the routes apart, so one error can be of either's class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'DatabaseError'
  }
}
