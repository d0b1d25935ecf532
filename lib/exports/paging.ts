import { optionOf, withOptions } from '@/lib/exports/query-string'
import type { ExportRequest } from '@/lib/exports/stored'
import type { Environment } from '@/lib/finops/environment'
import { nextLinkUrl } from '@/lib/finops/request-url'

/** Where a page is read: a path of the environment and its query, both percent-encoded. */
export type PageAddress = Readonly<{ path: string; query: string }>

/** F&O never answers more rows at once, so a page of so many is not the last for certain. */
const pageRowsMax = 10_000

type PageRead = Readonly<{
  environment: Environment
  request: ExportRequest
  nextLink: string | undefined
  /** Of this page. */
  rows: number
  /** Of all pages, this one among them. */
  rowsRead: number
}>

/**
 * Where the page after this one is; null after the last. The link that F&O gives decides. A full
 * page without one is not trusted to be the last: the rows after it are asked for by `$skip`.
 *
 * @throws {FinopsError} `next_link_elsewhere`
 */
export function nextPage(read: PageRead): PageAddress | null {
  const { environment, request, nextLink, rows, rowsRead } = read
  if (request.scope === 'page') return null
  if (nextLink !== undefined) {
    const { pathname, search } = new URL(nextLinkUrl(environment, nextLink))
    return { path: pathname, query: search.slice(1) }
  }
  const top = numberOf(optionOf(request.query, '$top'))
  if (rows < pageRowsMax || (top !== undefined && rowsRead >= top)) return null
  const skip = (numberOf(optionOf(request.query, '$skip')) ?? 0) + rowsRead
  const rest = { $skip: String(skip), ...(top !== undefined && { $top: String(top - rowsRead) }) }
  return { path: request.path, query: withOptions(request.query, rest) }
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}
