import { toDuration } from '@/components/ui/duration'
import { toSize } from '@/components/ui/size'
import type { Export, ExportFormat } from '@/lib/contract/export'

/** What a format is called, and what it is good for. */
export const formatWords: Readonly<Record<ExportFormat, Readonly<{ name: string; use: string }>>> =
  {
    xlsx: { name: 'Excel', use: 'Numbers and dates stay numbers and dates' },
    csv: { name: 'CSV', use: 'Every tool reads it' },
    parquet: { name: 'Parquet', use: 'Typed and small, for Power BI, Spark, DuckDB' },
    ndjson: { name: 'NDJSON', use: 'Each row as F&O sent it' },
  }

/** Whether it moves by itself. */
export function isUnderWay({ state }: Export): boolean {
  return state === 'queued' || state === 'running'
}

/** The part that is done, of 1; null where nobody knows how much there is. */
export function partDone({ rows, rowsTotal, state }: Export): number | null {
  if (state === 'done') return 1
  if (rowsTotal === null || rowsTotal === 0) return null
  return Math.min(1, rows / rowsTotal)
}

/** Its state in a word. */
export function stateWord({ state, waiting }: Export): string {
  if (waiting) return 'Waiting'
  switch (state) {
    case 'queued':
      return 'Queued'
    case 'running':
      return 'Running'
    case 'paused':
      return 'Paused'
    case 'done':
      return 'Done'
    case 'failed':
      return 'Failed'
    case 'cancelled':
      return 'Cancelled'
  }
}

/** How far it is, in figures: rows, pages, bytes, speed and the time that is left or was taken. */
export function progressText(one: Export): string {
  const { pages, bytes, rowsPerSecond } = one
  const parts = [
    rowsText(one),
    pages > 1 ? `${pages.toLocaleString('en')} pages` : null,
    bytes > 0 ? toSize(bytes) : null,
    rowsPerSecond ? `${rowsPerSecond.toLocaleString('en')} rows/s` : null,
    leftText(one),
    tookText(one),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

function rowsText({ rows, rowsTotal, state }: Export): string {
  if (rowsTotal !== null && state !== 'done') {
    return `${rows.toLocaleString('en')} of ${rowsTotal.toLocaleString('en')} rows`
  }
  return `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`
}

function leftText({ rows, rowsTotal, rowsPerSecond }: Export): string | null {
  if (!rowsPerSecond || rowsTotal === null || rowsTotal <= rows) return null
  return `${toDuration(Math.ceil((rowsTotal - rows) / rowsPerSecond))} left`
}

function tookText({ state, startedAt, finishedAt }: Export): string | null {
  if (state !== 'done' || startedAt === null || finishedAt === null) return null
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000
  return seconds < 1 ? 'took less than 1 s' : `took ${toDuration(seconds)}`
}

/** What it was asked for, as a person reads it: the options without percent-encoding. */
export function askedText({ path, query }: Pick<Export, 'path' | 'query'>): string {
  return query === '' ? path : `${path}?${decode(query)}`
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // What is no encoded text is shown as it was sent.
    return text
  }
}
