import { parseNextLink } from '@/components/explorer/next-link'
import type { RowsAnswer, RowsPage, RowsRequest } from '@/components/explorer/read-rows'
import { joinPages } from '@/lib/odata/rows/join-pages'

/** What a page of the browser holds at most; an export has no such bounds. */
export const allRowsMax = 50_000
export const allBytesMax = 64 * 1024 ** 2

export type PageCount = Readonly<{ pages: number; rows: number; bytes: number }>

/** How the reading of all pages ended. */
export type PagesEnd =
  | Readonly<{ kind: 'all' | 'full' | 'stopped' }>
  | Readonly<{ kind: 'failed'; error: unknown }>

export type AllPages = Readonly<{ answer: RowsAnswer; count: PageCount; end: PagesEnd }>

type Reading = Readonly<{
  read: (request: RowsRequest) => Promise<RowsAnswer>
  signal: AbortSignal
  onPage: (count: PageCount) => void
}>

/**
 * Follows the next links from `first` to the last page, to the bounds, or until it is cancelled. What
 * has come by then is kept, and its last next link leads on.
 */
export async function readAllPages(first: RowsAnswer, reading: Reading): Promise<AllPages> {
  const more: RowsAnswer[] = []
  const count = () => countOf([first, ...more])
  const followed = new Set<string>()
  const finish = (end: PagesEnd): AllPages => ({ answer: joined(first, more), count: count(), end })
  for (;;) {
    const link = (more.at(-1) ?? first).page?.['@odata.nextLink']
    const next = parseNextLink(link)
    if (!next || link === undefined) return finish({ kind: 'all' })
    const end = endBefore(link, { count: count(), followed, signal: reading.signal })
    if (end) return finish(end)
    followed.add(link)
    try {
      more.push(await reading.read(next))
    } catch (error) {
      return finish(reading.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error })
    }
    reading.onPage(count())
  }
}

type Way = Readonly<{ count: PageCount; followed: ReadonlySet<string>; signal: AbortSignal }>

/** Why the page that `link` names is not read. */
function endBefore(link: string, { count, followed, signal }: Way): PagesEnd | undefined {
  if (signal.aborted) return { kind: 'stopped' }
  if (count.rows >= allRowsMax || count.bytes >= allBytesMax) return { kind: 'full' }
  return followed.has(link) ? { kind: 'failed', error: new Error(goesInCircles) } : undefined
}

const goesInCircles = 'F&O named a page as the next one that had been read already.'

function countOf(pages: readonly RowsAnswer[]): PageCount {
  return {
    pages: pages.length,
    rows: pages.reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0),
    bytes: pages.reduce((sum, { bytes }) => sum + bytes, 0),
  }
}

/** The pages as one answer; where its time went is told of the first of them. */
function joined(first: RowsAnswer, more: readonly RowsAnswer[]): RowsAnswer {
  if (more.length === 0) return first
  const scanned = joinPages(
    first.scanned,
    more.map((page) => page.scanned),
  )
  const { '@odata.nextLink': _followed, ...head } = first.page ?? {}
  const link = more.at(-1)?.page?.['@odata.nextLink']
  const page: RowsPage | null = scanned.rows && {
    ...head,
    ...(link === undefined ? {} : { '@odata.nextLink': link }),
    value: scanned.rows,
  }
  return {
    ...first,
    page,
    rows: scanned.rows,
    json: JSON.parse(scanned.head + scanned.tail),
    scanned,
    tookMs: more.reduce((sum, { tookMs }) => sum + tookMs, first.tookMs),
    bytes: countOf([first, ...more]).bytes,
  }
}
