import type { RowsRequest } from '@/components/explorer/read-rows'

const root = '/data/'

/**
 * The next page as a request of our own API. The link names the environment's address, which a
 * browser cannot call; what stands below its `/data/` is all that is kept of it.
 */
export function parseNextLink(link: string | undefined): RowsRequest | undefined {
  if (link === undefined || !URL.canParse(link, 'https://environment.invalid/data/'))
    return undefined
  const { pathname, search } = new URL(link, 'https://environment.invalid/data/')
  const at = pathname.indexOf(root)
  if (at === -1) return undefined
  return { path: pathname.slice(at + root.length), query: search.slice(1) }
}

/** A request as one text for the page's address, and back. */
export function toAt({ path, query }: RowsRequest): string {
  return `${path}?${query}`
}

/** Reads {@link toAt}'s text; undefined where it is none or would leave the OData root. */
export function parseAt(text: string): RowsRequest | undefined {
  const mark = text.indexOf('?')
  if (mark <= 0) return undefined
  return parseNextLink(root + text)
}
