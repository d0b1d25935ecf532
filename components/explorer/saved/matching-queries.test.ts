import { expect, test } from 'vitest'
import { matchingQueries, matchingRuns } from '@/components/explorer/saved/matching-queries'
import type { SavedQuery } from '@/lib/contract/saved-query'

const query: SavedQuery = {
  id: 'qry_00000000000000000000',
  connectionId: 'con_00000000000000000000',
  name: 'Open orders',
  note: 'for the nightly job',
  entitySet: 'SalesOrderHeadersV2',
  options: "$filter=dataAreaId eq '{{company}}'",
  madeBy: 'Robin',
  changedBy: 'Kim',
  createdAt: '2026-11-25T08:00:00.000Z',
  updatedAt: '2026-11-25T08:00:00.000Z',
}

test.each([
  ['', 1],
  ['  ', 1],
  ['open NIGHTLY', 1],
  ['salesorder kim', 1],
  ['{{company}}', 1],
  ['open closed', 0],
])('%j finds %i saved queries', (text, count) => {
  expect(matchingQueries([query], text)).toHaveLength(count)
})

test('what was run is found by its entity and by its options', () => {
  const run = { ...query, times: 1, rows: 1, tookMs: 1, ranAt: query.createdAt }
  expect(matchingRuns([run], 'headers dataareaid')).toEqual([run])
  expect(matchingRuns([run], 'robin')).toEqual([])
})
