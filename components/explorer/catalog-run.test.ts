import { expect, test } from 'vitest'
import {
  type CatalogRun,
  catalogRunAfter,
  countChange,
  shareRead,
} from '@/components/explorer/catalog-run'
import type { CatalogEvent, CatalogReading } from '@/lib/contract/catalog'

const counts = { bytes: 500, sets: 10, types: 12, enums: 3, properties: 100, operations: 0 }
const reading = (hash: string): CatalogReading => ({
  hash,
  counts,
  firstReadAt: '2026-11-25T08:00:00.000Z',
  lastReadAt: '2026-11-25T08:00:00.000Z',
})
const started: CatalogEvent = { type: 'started', bytesTotal: 1000 }
const after = (events: readonly CatalogEvent[], before: CatalogReading | null = null) =>
  events.reduce<CatalogRun>((run, event) => catalogRunAfter(run, event, before), { phase: 'idle' })

test('how much is to come is kept while counts come in', () => {
  const run = after([started, { type: 'progress', counts }])
  expect(run).toEqual({ phase: 'reading', bytesTotal: 1000, counts })
})

test.each([
  [1000, 0.5],
  [null, null],
  [400, null],
])('with %s bytes to come the share is %s', (bytesTotal, share) => {
  expect(shareRead({ phase: 'reading', bytesTotal, counts })).toBe(share)
})

test('what was there before is told only where it differs', () => {
  const finished = { type: 'finished', reading: reading('b') } as const
  const before = reading('a')
  expect(after([{ ...finished, isNew: true }], before)).toMatchObject({ before })
  expect(after([{ ...finished, isNew: false }], before)).toMatchObject({ before: null })
  expect(after([{ ...finished, isNew: true }])).toMatchObject({ before: null })
})

test('a failure keeps what the server said of it', () => {
  const failed: CatalogEvent = {
    type: 'failed',
    title: 'No complete metadata',
    detail: 'It ends too early.',
    byteOffset: 812,
    diagnosis: null,
    failure: null,
  }
  expect(after([started, failed])).toEqual({ phase: 'failed', failed })
})

test.each([
  [{ sets: 12, properties: 99 }, '2 entity sets more, 1 field fewer'],
  [{ enums: 4 }, '1 enum more'],
  [{}, 'as many of everything, but not the same'],
])('%o against before is %j', (change, words) => {
  expect(countChange(counts, { ...counts, ...change })).toBe(words)
})
