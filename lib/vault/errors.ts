export type VaultErrorCode = 'key_wrong' | 'key_lost' | 'row_tampered' | 'not_open'

/** Something sealed cannot be opened. `code` is stable; no message ever holds key or secret. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: VaultErrorCode

  constructor(message: string, { code, ...options }: ErrorOptions & { code: VaultErrorCode }) {
    super(message, options)
    this.code = code
  }

  /** Next bundles the start-up hook and the routes apart, so one error can be of either's class. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'VaultError'
  }
}
