import { readQueryText } from '@/lib/odata/query/query-text'
import { toWellFormed } from '@/lib/odata/query/write-query-text'

/** What to read: a path below `/data/` and its query string without `?`, both percent-encoded. */
export type QueryRequest = Readonly<{ path: string; query: string }>

/**
 * Turns a query as it was typed into a request.
 *
 * @see readQueryText for what may be typed
 */
export function toRequest(entitySet: string, text: string): QueryRequest {
  const { key } = readQueryText(text)
  const inner = key === null ? '' : `(${encodeKey(key.text.trim())})`
  return { path: encode(entitySet) + inner, query: toQueryString(text) }
}

/** The options of a typed query as a query string; text that is encoded already is kept as it is. */
export function toQueryString(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ')
  const { options, isEncoded } = readQueryText(line)
  if (isEncoded) return options.map(({ from, to }) => line.slice(from, to)).join('&')
  return options
    .map(({ name, value }) => (value === null ? encode(name) : `${encode(name)}=${encode(value)}`))
    .join('&')
}

/** As `encodeURIComponent`, but leaves what OData writes all the time readable. */
function encode(text: string): string {
  return encodeURIComponent(toWellFormed(text)).replace(/%(24|2C|2F|3A|40)/g, (code) =>
    decodeURIComponent(code),
  )
}

/** A slash inside of a key must not end its segment. */
function encodeKey(text: string): string {
  return encodeURIComponent(toWellFormed(text)).replace(/%(2C|3A|3D)/g, (code) =>
    decodeURIComponent(code),
  )
}
