import { identifierForm, literalForms } from '@/lib/odata/edm'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { type Literal, readLiteral } from '@/lib/odata/literal'

/** One word of an expression. `at` is where it begins; `spaced` tells whether a blank stands before. */
export type Token =
  | Readonly<{ kind: 'literal'; literal: Literal; text: string; at: number; spaced: boolean }>
  | Readonly<{ kind: 'name' | 'symbol' | 'end'; text: string; at: number; spaced: boolean }>

const dotted = `${identifierForm}(?:\\.${identifierForm})*`
const sticky = (form: string) => new RegExp(form, 'uy')

const patterns = {
  blank: sticky('[ \\t]+'),
  string: sticky("(?:'(?:[^']|'')*')"),
  timed: sticky(
    `(?:${literalForms.guid}|${literalForms.dateTimeOffset}|${literalForms.date}|${literalForms.timeOfDay})(?![\\p{L}\\p{Nd}_:])`,
  ),
  number: sticky(`(?:${literalForms.number}|-INF)(?![\\p{L}\\p{Nd}_])`),
  prefixed: sticky(`${dotted}'(?:[^']|'')*'`),
  json: sticky('"(?:[^"\\\\]|\\\\.)*"'),
  name: sticky(`[$@]?${dotted}(?:#${identifierForm})?`),
  symbol: sticky('[()/,=:;*{}\\[\\]-]'),
}

/** Cuts an expression of `$filter` or `$orderby` into tokens; the last one is always `end`.
 * @throws {ODataSyntaxError} `unexpected_character` or `unterminated_string`
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const blank = match(patterns.blank, text, at)
    at += blank.length
    if (at >= text.length) break
    const token = readToken(text, at, blank !== '')
    tokens.push(token)
    at += token.text.length
  }
  tokens.push({ kind: 'end', text: '', at: text.length, spaced: true })
  return tokens
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

function readToken(text: string, at: number, spaced: boolean): Token {
  for (const form of ['string', 'timed', 'number', 'prefixed'] as const) {
    const found = match(patterns[form], text, at)
    const literal = found === '' ? undefined : readLiteral(found)
    if (literal) return { kind: 'literal', literal, text: found, at, spaced }
  }
  const json = match(patterns.json, text, at)
  if (json !== '') {
    const literal: Literal = { type: 'Edm.String', value: jsonString(json, text, at) }
    return { kind: 'literal', literal, text: json, at, spaced }
  }
  const name = match(patterns.name, text, at)
  if (name !== '') return nameOrWord(name, at, spaced)
  const symbol = match(patterns.symbol, text, at)
  if (symbol !== '') return { kind: 'symbol', text: symbol, at, spaced }
  const code = /['"]/.test(text[at] ?? '') ? 'unterminated_string' : 'unexpected_character'
  throw new ODataSyntaxError(code, text, at)
}

/** `true`, `null` and the like are literals unless they name something. */
function nameOrWord(name: string, at: number, spaced: boolean): Token {
  const literal = readLiteral(name)
  return literal
    ? { kind: 'literal', literal, text: name, at, spaced }
    : { kind: 'name', text: name, at, spaced }
}

function jsonString(json: string, text: string, at: number): string {
  try {
    return String(JSON.parse(json))
  } catch (cause) {
    throw Object.assign(new ODataSyntaxError('unexpected_character', text, at), { cause })
  }
}
