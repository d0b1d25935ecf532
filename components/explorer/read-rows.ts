import { callApi } from '@/components/data/call-api'
import { EntityPage } from '@/lib/contract/catalog'
import { parseReadTiming, type ReadTiming } from '@/lib/contract/read-timing'
import type { PageRows } from '@/lib/odata/rows/page-rows'
import { PageScan, type ScannedPage } from '@/lib/odata/rows/scan-page'

/** What to read: a path below `/data/` and its query string without `?`, both percent-encoded. */
export type RowsRequest = Readonly<{ path: string; query: string }>

/** A page, whose rows are read when they are looked at. */
export type RowsPage = Readonly<Omit<EntityPage, 'value'> & { value: PageRows }>

/** An answer of F&O, kept as the bytes that came: no digit of a number is lost. */
export type RowsAnswer = Readonly<{
  /** Null where it is no page: a single entity, a number. */
  page: RowsPage | null
  /** The rows of a page, or a single entity as the only one. */
  rows: PageRows | null
  /** The answer, of a page without its rows. */
  json: unknown
  scanned: ScannedPage
  /** From asking to the last byte. */
  tookMs: number
  /** Bytes of the body as they came out of their compression. */
  bytes: number
  /** Where the time went on the server; null where it did not say. */
  timing: ReadTiming | null
  /** What a support ticket asks for: names of headers with their values. */
  ids: readonly (readonly [name: string, value: string])[]
}>

const idHeaders = ['x-ms-request-id', 'request-id', 'ms-dyn-aid', 'x-request-id']

/**
 * Reads through the server, which adds the token.
 *
 * @throws {ProblemError} with a diagnosis when F&O refused.
 */
export async function readRows(
  connectionId: string,
  { path, query }: RowsRequest,
  signal: AbortSignal,
): Promise<RowsAnswer> {
  const startedAt = performance.now()
  const search = query === '' ? '' : `?${query}`
  const response = await callApi(`/api/connections/${connectionId}/odata/${path}${search}`, {
    signal,
  })
  const scan = new PageScan()
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    scan.push(read.value)
  }
  const tookMs = performance.now() - startedAt
  const scanned = scan.end()
  const json: unknown = JSON.parse(scanned.head + scanned.tail)
  const told = EntityPage.safeParse(json)
  const page = scanned.rows && told.success ? { ...told.data, value: scanned.rows } : null
  return {
    page,
    rows: page?.value ?? (isEntity(json) ? asOnlyRow(scanned) : null),
    json,
    scanned,
    tookMs,
    bytes: scanned.bytes.byteLength,
    timing: parseReadTiming(response.headers.get('server-timing')),
    ids: idHeaders.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value] as const]
    }),
  }
}

function isEntity(json: unknown): boolean {
  const isRecord = typeof json === 'object' && json !== null && '@odata.context' in json
  return isRecord && !('value' in json)
}

function asOnlyRow({ bytes }: ScannedPage): PageRows | null {
  const encoder = new TextEncoder()
  const scan = new PageScan()
  for (const part of [encoder.encode('{"value":['), bytes, encoder.encode(']}')]) scan.push(part)
  return scan.end().rows
}
