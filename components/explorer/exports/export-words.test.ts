import { expect, test } from 'vitest'
import {
  askedText,
  partDone,
  progressText,
  stateWord,
} from '@/components/explorer/exports/export-words'
import type { Export } from '@/lib/contract/export'

const running: Export = {
  id: 'exp_00000000000000000000',
  connectionId: 'con_00000000000000000000',
  name: 'CustomersV3',
  path: 'CustomersV3',
  query: '$filter=Name%20eq%20%27A%20%26%20B%27&cross-company=true',
  scope: 'all',
  format: 'csv',
  state: 'running',
  rows: 10_000,
  rowsTotal: 40_000,
  pages: 1,
  bytes: 2048,
  rowsPerSecond: 1000,
  waiting: null,
  notes: [],
  failure: null,
  fileName: null,
  createdAt: '2026-11-25T08:00:00.000Z',
  startedAt: '2026-11-25T08:00:01.000Z',
  finishedAt: null,
  keptUntil: null,
}

const done = { state: 'done', finishedAt: '2026-11-25T08:01:13.000Z' } as const

test.each<[string, Partial<Export>, string]>([
  ['running', {}, '10,000 of 40,000 rows · 2.0 KiB · 1,000 rows/s · 30 s left'],
  ['not counted', { rowsTotal: null }, '10,000 rows · 2.0 KiB · 1,000 rows/s'],
  ['past its count', { rowsTotal: 9000 }, '10,000 of 9,000 rows · 2.0 KiB · 1,000 rows/s'],
  ['queued', { rows: 0, bytes: 0, rowsTotal: null, rowsPerSecond: null }, '0 rows'],
  [
    'done',
    { ...done, rowsPerSecond: null, pages: 4 },
    '10,000 rows · 4 pages · 2.0 KiB · took 1 min 12 s',
  ],
])('an export that is %s tells how far it is', (_, part, text) => {
  expect(progressText({ ...running, ...part })).toBe(text)
})

test.each<[Partial<Export>, number | null]>([
  [{}, 0.25],
  [{ rowsTotal: null }, null],
  [{ rowsTotal: 0, rows: 0 }, null],
  [{ rowsTotal: 9000 }, 1],
  [{ ...done, rowsTotal: null }, 1],
])('of %j the part is %s', (part, expected) => {
  expect(partDone({ ...running, ...part })).toBe(expected)
})

test('one that waits for F&O says so, not that it runs', () => {
  const waiting = { until: '2026-11-25T08:01:00.000Z', why: 'F&O asked for time (429)' }
  expect(stateWord({ ...running, waiting })).toBe('Waiting')
})

test('what was asked for is told without percent-encoding, and as sent where it is none', () => {
  expect(askedText(running)).toBe("CustomersV3?$filter=Name eq 'A & B'&cross-company=true")
  expect(askedText({ path: 'X', query: '$top=%' })).toBe('X?$top=%')
  expect(askedText({ path: 'X', query: '' })).toBe('X')
})
