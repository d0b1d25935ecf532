export type CertificateErrorCode =
  | 'unreadable'
  | 'certificate_missing'
  | 'key_missing'
  | 'password_wrong'
  | 'key_not_rsa'
  | 'key_too_short'
  | 'key_of_another'
  | 'expired'
  | 'not_valid_yet'

const details: Readonly<Record<CertificateErrorCode, string>> = {
  unreadable: 'This is no certificate that can be read: PEM text or a PFX file is expected.',
  certificate_missing: 'There is no certificate in it, only a key.',
  key_missing:
    'There is no private key in it. Export it with its key, or let Fivestep make a new pair.',
  password_wrong: 'The password does not open it.',
  key_not_rsa: 'Microsoft Entra ID takes RSA keys only; this is another kind.',
  key_too_short: 'The key is shorter than 2048 bits, which Microsoft Entra ID does not take.',
  key_of_another: 'The private key belongs to another certificate.',
  expired: 'This certificate has expired.',
  not_valid_yet: 'This certificate is not valid yet.',
}

/** A certificate cannot serve as a credential. `detail` is for the person who brought it. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError'
  readonly code: CertificateErrorCode
  readonly detail: string

  constructor(code: CertificateErrorCode, options?: ErrorOptions) {
    super(`${code}: ${details[code]}`, options)
    this.code = code
    this.detail = details[code]
  }
}
