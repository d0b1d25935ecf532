export type VaultErrorCode = 'key_wrong' | 'key_lost' | 'row_tampered' | 'not_open'

/** Something sealed cannot be opened. `code` is stable; no message ever holds key or secret. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly code: VaultErrorCode

  constructor(message: string, { code, ...options }: ErrorOptions & { code: VaultErrorCode }) {
    super(message, options)
    this.code = code
  }
}
