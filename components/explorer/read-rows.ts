import { callApi } from '@/components/data/call-api'
import { EntityPage } from '@/lib/contract/catalog'

/** What to read: a path below `/data/` and its query string without `?`, both percent-encoded. */
export type RowsRequest = Readonly<{ path: string; query: string }>

/** An answer of F&O. `page` is null where it is no page of rows: a single entity, a number. */
export type RowsAnswer = Readonly<{
  page: EntityPage | null
  json: unknown
  /** From asking to the last byte. */
  tookMs: number
  /** Bytes of the body as they came out of their compression. */
  bytes: number
}>

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
  const body = new Uint8Array(await response.arrayBuffer())
  const json: unknown = JSON.parse(new TextDecoder().decode(body))
  const page = EntityPage.safeParse(json)
  return {
    page: page.success ? page.data : null,
    json,
    tookMs: performance.now() - startedAt,
    bytes: body.byteLength,
  }
}
