import { identifierForm } from '@/lib/odata/edm'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { type KeyPart, parseKey, printKeyForUrl } from '@/lib/odata/keys'
import { closingOf } from '@/lib/odata/split'

/** One step of a path below the service root; `key` is null where no parentheses stand. */
export type ResourceSegment = Readonly<{ name: string; key: readonly KeyPart[] | null }>

const name = new RegExp(`^[$]?${identifierForm}(?:\\.${identifierForm})*$`, 'u')

/**
 * Reads a path below the service root as it stands in the URL, still percent-encoded, without a
 * leading slash: `SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='SO1')/SalesOrderLines`.
 *
 * Cut at `/` first and decoded after, as OData demands, except that a slash inside quotes is let
 * pass: clients forget to encode it.
 *
 * @throws {ODataSyntaxError} `path_malformed` or `key_malformed`
 * @see OData URL conventions 4.1
 */
export function parseResourcePath(path: string): ResourceSegment[] {
  if (path === '') return []
  return splitPath(path).map((segment) => parseSegment(decode(segment, path)))
}

function splitPath(path: string): string[] {
  const pieces: string[] = []
  let quoted = false
  let from = 0
  for (let at = 0; at < path.length; at += 1) {
    if (path[at] === "'" || path.startsWith('%27', at)) quoted = !quoted
    else if (path[at] === '/' && !quoted) {
      pieces.push(path.slice(from, at))
      from = at + 1
    }
  }
  pieces.push(path.slice(from))
  return pieces
}

function decode(segment: string, path: string): string {
  try {
    return decodeURIComponent(segment)
  } catch (cause) {
    throw Object.assign(new ODataSyntaxError('path_malformed', path, 0), { cause })
  }
}

function parseSegment(text: string): ResourceSegment {
  const open = text.indexOf('(')
  const head = open < 0 ? text : text.slice(0, open)
  const isClosed = open < 0 || closingOf(text, open) === text.length - 1
  if (!name.test(head) || !isClosed) throw new ODataSyntaxError('path_malformed', text, 0)
  if (open < 0) return { name: head, key: null }
  const inner = text.slice(open + 1, -1)
  return { name: head, key: inner.trim() === '' ? [] : parseKey(inner) }
}

/** Writes a path below the service root, percent-encoded. */
export function printResourcePath(segments: readonly ResourceSegment[]): string {
  return segments
    .map((segment) => segment.name + (segment.key ? printKeyForUrl(segment.key) : ''))
    .join('/')
}
