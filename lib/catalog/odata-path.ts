import { CatalogError } from '@/lib/catalog/errors'

const segmentsMax = 20
const pathLengthMax = 4000
const queryLengthMax = 16_000

/** Characters that OData reads as they are and that a path segment may hold (RFC 3986 `pchar`). */
const keptReadable: Readonly<Record<string, string>> = {
  '%2C': ',',
  '%3D': '=',
  '%24': '$',
  '%3A': ':',
  '%40': '@',
  '%3B': ';',
}

/**
 * Joins decoded path segments into a path below `/data`, every one encoded anew.
 *
 * A slash inside a segment belongs to a key and stays encoded; nothing that could climb out of
 * `/data`, name another host or hide a second layer of encoding gets through.
 *
 * @throws {CatalogError} `bad_path`
 */
export function toODataPath(segments: readonly string[]): string {
  if (segments.length === 0) return ''
  if (segments.length > segmentsMax) throw badPath(`more than ${segmentsMax} segments`)
  const path = segments.map(toSegment).join('/')
  if (path.length > pathLengthMax) throw badPath(`longer than ${pathLengthMax} characters`)
  return path
}

function toSegment(segment: string): string {
  if (segment === '') throw badPath('an empty segment')
  if (hasControlCharacter(segment)) throw badPath('a control character')
  if (/%(2e|2f|5c|25|0|1|7f)/i.test(segment)) throw badPath('a character that is encoded twice')
  if (segment.split(/[/\\]/).some((part) => part === '.' || part === '..')) {
    throw badPath('a dot segment')
  }
  if (/[/\\?#]/.test(withoutStrings(segment))) throw badPath('a slash, ? or # outside of a key')
  return encode(segment).replace(/%(2C|3D|24|3A|40|3B)/g, (code) => keptReadable[code] ?? code)
}

/** The segment with its quoted literals emptied; a doubled quote is part of its literal. */
function withoutStrings(segment: string): string {
  return segment.replace(/'(?:[^']|'')*'/g, "''")
}

function encode(segment: string): string {
  try {
    return encodeURIComponent(segment)
  } catch (error) {
    // A lone surrogate has no UTF-8 form, which is all that this call can refuse.
    throw badPath('a character that has no UTF-8 form', error)
  }
}

/**
 * Checks a query string and hands it back as it came, without a leading `?`.
 *
 * @throws {CatalogError} `bad_query`
 */
export function toODataQuery(query: string): string {
  const bare = query.startsWith('?') ? query.slice(1) : query
  if (bare.length > queryLengthMax) {
    throw badQuery(`it is longer than ${queryLengthMax} characters`)
  }
  if (bare.includes('?')) throw badQuery('it has a second ?; inside a value write %3F')
  if (bare.includes('#')) throw badQuery('it has a #; inside a value write %23')
  if (hasControlCharacter(bare) || /%(0[0-9a-f]|1[0-9a-f]|7f)/i.test(bare)) {
    throw badQuery('it holds a control character')
  }
  return bare
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => {
    const code = character.codePointAt(0) ?? 0
    return code < 0x20 || (code >= 0x7f && code < 0xa0)
  })
}

function badPath(what: string, cause?: unknown): CatalogError {
  return new CatalogError('bad_path', `The path holds ${what}.`, { cause })
}

function badQuery(why: string): CatalogError {
  return new CatalogError('bad_query', `The query cannot be sent: ${why}.`)
}
