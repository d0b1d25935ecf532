/** Where and why a piece of OData text is refused; `code` is stable, `message` is for a log. */
export type ODataSyntaxCode =
  | 'unexpected_character'
  | 'unexpected_end'
  | 'unexpected_token'
  | 'unterminated_string'
  | 'too_deep'
  | 'option_malformed'
  | 'option_repeated'
  | 'key_malformed'
  | 'path_malformed'
  | 'document_malformed'

/** A text that is no OData. `position` counts UTF-16 units from 0 in `text`. */
export class ODataSyntaxError extends Error {
  override readonly name = 'ODataSyntaxError'
  readonly code: ODataSyntaxCode
  readonly text: string
  readonly position: number

  constructor(code: ODataSyntaxCode, text: string, position: number) {
    super(`${code.replaceAll('_', ' ')} at position ${position} in '${text}'`)
    this.code = code
    this.text = text
    this.position = position
  }
}

export type LiteralErrorCode = 'literal_malformed' | 'literal_out_of_type'

/** A value that its type cannot hold; the message names both. */
export class LiteralError extends Error {
  override readonly name = 'LiteralError'
  readonly code: LiteralErrorCode
  readonly type: string

  constructor(code: LiteralErrorCode, type: string, value: unknown) {
    super(`${String(value)} is no ${type}`)
    this.code = code
    this.type = type
  }
}
