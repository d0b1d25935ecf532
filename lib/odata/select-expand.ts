import { identifierForm } from '@/lib/odata/edm'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { closingOf, splitOutside } from '@/lib/odata/split'

/** One navigation property to expand; `options` are those in its parentheses, still as text. */
export type ExpandItem = Readonly<{
  path: string
  options: readonly Readonly<{ name: string; value: string }>[]
}>

const word = `(?:@?${identifierForm}(?:\\.${identifierForm})*(?:\\.\\*)?)`
const selectable = new RegExp(`^(?:\\*|${word}(?:/(?:\\*|${word}))*)$`, 'u')
const expandable = new RegExp(
  `^(?:\\*|\\$value|${word})(?:/(?:\\*|${word}))*(?:/\\$(?:ref|count))?$`,
  'u',
)

/**
 * Reads `$select`, percent-decoded: names, paths and `*` in the order in which they stand.
 *
 * @throws {ODataSyntaxError} `option_malformed`
 * @see OData URL conventions 5.1.3
 */
export function parseSelect(text: string): string[] {
  return splitOutside(text, ',').map(([piece, at]) => {
    const name = piece.trim()
    if (!selectable.test(name)) throw new ODataSyntaxError('option_malformed', text, at)
    return name
  })
}

/**
 * Reads `$expand`, percent-decoded, with the options of each item one level deep.
 *
 * @throws {ODataSyntaxError} `option_malformed`
 * @see OData URL conventions 5.1.2
 */
export function parseExpand(text: string): ExpandItem[] {
  return splitOutside(text, ',').map(([piece, at]) => parseExpandItem(piece.trim(), text, at))
}

function parseExpandItem(item: string, text: string, at: number): ExpandItem {
  const open = item.indexOf('(')
  const path = (open < 0 ? item : item.slice(0, open)).trimEnd()
  const isClosed = open < 0 || closingOf(item, open) === item.length - 1
  if (!isClosed || !expandable.test(path)) throw new ODataSyntaxError('option_malformed', text, at)
  if (open < 0) return { path, options: [] }
  if (path.endsWith('/$ref')) throw new ODataSyntaxError('option_malformed', text, at + open)
  return { path, options: parseNested(item.slice(open + 1, -1), text, at + open + 1) }
}

function parseNested(inner: string, text: string, at: number) {
  return splitOutside(inner, ';').map(([piece, offset]) => {
    const equals = piece.indexOf('=')
    const name = piece.slice(0, Math.max(equals, 0)).trim()
    if (!/^[$@]?[A-Za-z_][\w.]*$/.test(name)) {
      throw new ODataSyntaxError('option_malformed', text, at + offset)
    }
    return { name, value: piece.slice(equals + 1).trim() }
  })
}

/** Writes `$expand`. */
export function printExpand(items: readonly ExpandItem[]): string {
  return items
    .map(({ path, options }) => {
      const inner = options.map(({ name, value }) => `${name}=${value}`).join(';')
      return inner === '' ? path : `${path}(${inner})`
    })
    .join(',')
}
