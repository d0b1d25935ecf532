import { isIdentifier } from '@/lib/odata/edm'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { type Literal, printLiteral, readLiteral } from '@/lib/odata/literal'
import { splitOutside } from '@/lib/odata/split'

/** One part of a key; `name` is null for the lone value of a key that has one part only. */
export type KeyPart = Readonly<{ name: string | null; value: Literal }>

/**
 * Reads what stands between the parentheses of a key, percent-decoded:
 * `dataAreaId='usmf',CustomerAccount='US-001'` or `'US-001'`.
 *
 * @throws {ODataSyntaxError} `key_malformed` when a part is no literal, a name stands twice, or a
 * lone value stands beside others.
 * @see OData ABNF, rule `keyPredicate`
 */
export function parseKey(text: string): KeyPart[] {
  const pieces = splitOutside(text, ',')
  const seen = new Set<string>()
  return pieces.map(([piece, at]) => {
    const refusal = new ODataSyntaxError('key_malformed', text, at)
    const literal = readLiteral(piece.trim())
    if (literal) {
      if (pieces.length > 1) throw refusal
      return { name: null, value: literal }
    }
    const equals = piece.indexOf('=')
    const name = piece.slice(0, Math.max(0, equals)).trim()
    const value = readLiteral(piece.slice(equals + 1).trim())
    if (!isIdentifier(name) || !value || seen.has(name)) throw refusal
    seen.add(name)
    return { name, value }
  })
}

/** Writes a key with its parentheses, not percent-encoded. */
export function printKey(parts: readonly KeyPart[]): string {
  const inner = parts.map(({ name, value }) =>
    name === null ? printLiteral(value) : `${name}=${printLiteral(value)}`,
  )
  return `(${inner.join(',')})`
}

/** Writes a key as a part of a URL's path: a slash or a quote inside a value cannot end it early. */
export function printKeyForUrl(parts: readonly KeyPart[]): string {
  const inner = parts.map(({ name, value }) => {
    const literal = encodeURIComponent(printLiteral(value)).replaceAll('%3A', ':')
    return name === null ? literal : `${encodeURIComponent(name)}=${literal}`
  })
  return `(${inner.join(',')})`
}
