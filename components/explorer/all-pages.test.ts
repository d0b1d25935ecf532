import { expect, test } from 'vitest'
import { allRowsMax, readAllPages } from '@/components/explorer/all-pages'
import type { RowsAnswer, RowsRequest } from '@/components/explorer/read-rows'
import { EntityPage } from '@/lib/contract/catalog'
import { PageScan } from '@/lib/odata/rows/scan-page'

const root = 'https://contoso.operations.dynamics.com/data/'

function pageOf(count: number, next: number | null): RowsAnswer {
  const value = Array.from({ length: count }, (_, index) => ({ A: index }))
  const link = next === null ? {} : { '@odata.nextLink': `${root}Rows?$skiptoken=${next}` }
  const scan = new PageScan()
  scan.push(new TextEncoder().encode(JSON.stringify({ '@odata.count': 9, value, ...link })))
  const scanned = scan.end()
  const json: unknown = JSON.parse(scanned.head + scanned.tail)
  if (!scanned.rows) throw new Error('no rows')
  const page = { ...EntityPage.parse(json), value: scanned.rows }
  const bytes = scanned.bytes.byteLength
  return { page, rows: scanned.rows, json, scanned, tookMs: 5, bytes, timing: null, ids: [] }
}

function reading(pages: Readonly<Record<number, () => RowsAnswer>>, stop = new AbortController()) {
  const asked: string[] = []
  const counted: number[] = []
  return {
    asked,
    counted,
    read: async ({ query }: RowsRequest) => {
      asked.push(query)
      const page = pages[Number(query.slice(query.indexOf('=') + 1))]
      if (!page) throw new Error('refused')
      return page()
    },
    signal: stop.signal,
    onPage: ({ rows }: Readonly<{ rows: number }>) => counted.push(rows),
  }
}

test('every next link is followed once, in order, to the last page', async () => {
  const run = reading({ 2: () => pageOf(3, 3), 3: () => pageOf(1, null) })
  const { answer, count, end } = await readAllPages(pageOf(2, 2), run)
  expect(end.kind).toBe('all')
  expect(run.asked).toEqual(['$skiptoken=2', '$skiptoken=3'])
  expect(run.counted).toEqual([5, 6])
  expect(count).toMatchObject({ pages: 3, rows: 6 })
  expect(answer.rows?.length).toBe(6)
  expect(answer.page?.['@odata.count']).toBe(9)
  expect(answer.page).not.toHaveProperty('@odata.nextLink')
  expect(answer.tookMs).toBe(15)
})

test('what came before a page failed is kept, and leads on from there', async () => {
  const { answer, end } = await readAllPages(pageOf(2, 2), reading({ 2: () => pageOf(3, 7) }))
  expect(end).toMatchObject({ kind: 'failed', error: { message: 'refused' } })
  expect(answer.rows?.length).toBe(5)
  expect(answer.page?.['@odata.nextLink']).toMatch(/skiptoken=7$/)
})

test('a cancelled reading keeps what came', async () => {
  const stop = new AbortController()
  const pages = {
    2: () => {
      stop.abort()
      return pageOf(3, 3)
    },
  }
  const { answer, end } = await readAllPages(pageOf(2, 2), reading(pages, stop))
  expect(end.kind).toBe('stopped')
  expect(answer.rows?.length).toBe(5)
})

test('it ends at as many rows as a browser is asked to hold', async () => {
  const { count, end } = await readAllPages(
    pageOf(allRowsMax - 1, 2),
    reading({ 2: () => pageOf(1, 3) }),
  )
  expect([end.kind, count.rows]).toEqual(['full', allRowsMax])
})

test('a page that names itself as the next one is not read for ever', async () => {
  const { end } = await readAllPages(pageOf(1, 2), reading({ 2: () => pageOf(1, 2) }))
  expect(end).toMatchObject({ kind: 'failed' })
})
