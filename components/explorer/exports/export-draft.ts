import type { RowsRequest } from '@/components/explorer/read-rows'
import type { CreateExportInput, CsvOptions, ExportFormat } from '@/lib/contract/export'

/** What a person has chosen so far. */
export type ExportDraft = Readonly<{
  name: string
  scope: 'page' | 'all'
  /** Whether all pages are meant without the limit that the query has on the screen. */
  dropsTop: boolean
  format: ExportFormat
  /** Null for the columns that the query answers with. */
  columns: readonly string[] | null
  csv: CsvOptions
}>

/** The query that is on the screen: where it begins, and the page that is shown. */
export type ExportSource = Readonly<{ first: RowsRequest; shown: RowsRequest }>

/** What an export is begun with: all rows, as Excel. */
export function newDraft({ first }: ExportSource): ExportDraft {
  return {
    name: /^\w+/.exec(first.path)?.[0] ?? 'export',
    scope: 'all',
    dropsTop: true,
    format: 'xlsx',
    columns: null,
    csv: { separator: ',', bom: true, guard: true },
  }
}

/** The request that F&O gets first. */
export function requestOf({ first, shown }: ExportSource, draft: ExportDraft): RowsRequest {
  if (draft.scope === 'page') return shown
  return draft.dropsTop ? { ...first, query: withoutOption(first.query, '$top') } : first
}

/** A draft as the API takes it. */
export function toExportInput(source: ExportSource, draft: ExportDraft): CreateExportInput {
  const { path, query } = requestOf(source, draft)
  const { scope, format, columns, csv } = draft
  const name = draft.name.trim()
  return {
    path,
    query,
    scope,
    format,
    ...(name === '' ? {} : { name }),
    ...(columns === null ? {} : { columns: [...columns] }),
    ...(format === 'csv' ? { csv } : {}),
  }
}

/** The number that an option of the query gives; null where it has none. */
export function numberOption(query: string, name: string): number | null {
  const part = query.split('&').find((one) => nameOf(one) === name)
  const value = part === undefined ? '' : part.slice(part.indexOf('=') + 1)
  return /^\d{1,15}$/.test(value) ? Number(value) : null
}

/** What decides how many rows there are, and nothing else. */
export function countQuery(query: string): string {
  return partsOf(query)
    .filter((part) => ['$filter', 'cross-company'].includes(nameOf(part)))
    .join('&')
}

/** How many rows `query` answers with, of those that its filter leaves. */
export function rowsToCome(query: string, counted: number): number {
  const top = numberOption(query, '$top') ?? Number.POSITIVE_INFINITY
  return Math.min(top, Math.max(0, counted - (numberOption(query, '$skip') ?? 0)))
}

function withoutOption(query: string, name: string): string {
  return partsOf(query)
    .filter((part) => nameOf(part) !== name)
    .join('&')
}

function partsOf(query: string): readonly string[] {
  return query.split('&').filter((part) => part !== '')
}

function nameOf(part: string): string {
  const name = part.split('=', 1)[0] ?? ''
  return name.replace(/%24/g, '$').toLowerCase()
}
