import { PageScan, type ScannedPage } from '@/lib/odata/rows/scan-page'

const encoder = new TextEncoder()

/**
 * Several pages of one query as if they had come as one: the head of the first, the rows of all in
 * their order, the tail of the last. A page without a list of rows adds nothing.
 */
export function joinPages(first: ScannedPage, more: readonly ScannedPage[]): ScannedPage {
  const pages = [first, ...more].filter(({ rows }) => rows !== null)
  const last = pages.at(-1)
  if (!last || pages.length < 2) return first
  const scan = new PageScan()
  scan.push(encoder.encode(first.head))
  let isFirst = true
  for (const page of pages) {
    if (page.rows?.length === 0) continue
    if (!isFirst) scan.push(encoder.encode(','))
    scan.push(rowBytes(page))
    isFirst = false
  }
  scan.push(encoder.encode(last.tail))
  return scan.end()
}

/** What stands between the brackets of the list. */
function rowBytes({ bytes, head, tail }: ScannedPage): Uint8Array {
  const from = encoder.encode(head).length
  return bytes.subarray(from, bytes.length - encoder.encode(tail).length)
}
