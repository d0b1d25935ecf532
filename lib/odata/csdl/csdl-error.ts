export type CsdlErrorCode =
  | 'not_xml'
  | 'not_csdl'
  | 'version_unsupported'
  | 'truncated'
  | 'too_deep'
  | 'encoding_unsupported'

/** A document that is no CSDL, or only the beginning of one. */
export class CsdlError extends Error {
  override readonly name = 'CsdlError'
  readonly code: CsdlErrorCode
  /** Bytes from the start of the document up to where it was noticed. */
  readonly byteOffset: number
  readonly reason: string

  constructor(
    reason: string,
    { code, byteOffset, ...options }: ErrorOptions & { code: CsdlErrorCode; byteOffset: number },
  ) {
    super(`${reason} (byte ${byteOffset})`, options)
    this.code = code
    this.reason = reason
    this.byteOffset = byteOffset
  }
}
