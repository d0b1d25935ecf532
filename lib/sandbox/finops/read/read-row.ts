import type { QueryOptions } from '@/lib/odata/query-options'
import { FinopsRefusal, odataError } from '@/lib/sandbox/finops/http/answers'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import { contextOf } from '@/lib/sandbox/finops/read/context-url'
import { prepareExpansions } from '@/lib/sandbox/finops/read/expansion'
import { findRow, type KeyValues } from '@/lib/sandbox/finops/read/find-row'
import { rowWriter } from '@/lib/sandbox/finops/read/row-json'
import { checkSelect } from '@/lib/sandbox/finops/read/select'
import { contentTypeOf, wireOf } from '@/lib/sandbox/finops/read/wire'
import { etagOf } from '@/lib/sandbox/finops/store/etag'
import type { Cursor, RowStore } from '@/lib/sandbox/finops/store/row-store'
import { type Call, storeOf } from '@/lib/sandbox/finops/world'

/** A row that was asked for by key, with the store that it stands in. */
export type FoundRow = Readonly<{ set: EntitySet; store: RowStore; cursor: Cursor }>

/** @throws {FinopsRefusal} 404 when the caller's companies hold no such row */
export function requireRow(
  call: Call,
  set: EntitySet,
  { values, options }: Readonly<{ values: KeyValues; options: QueryOptions }>,
): FoundRow {
  const store = storeOf(call.world, set)
  const company = options.crossCompany === true ? null : call.user.company
  const cursor = findRow(store, values, company)
  if (cursor) return { set, store, cursor }
  const message = `Resource not found for the segment '${set.name}'.`
  throw new FinopsRefusal(404, odataError(message, 'Microsoft.OData.ODataException'))
}

/** One row as an answer with its etag, as `GET` by key and `POST` give it. */
export function answerRow(
  call: Call,
  found: FoundRow,
  { options, status }: Readonly<{ options: QueryOptions; status: 200 | 201 }>,
): Response {
  const { set, store, cursor } = found
  const { origin } = call.world
  const wire = wireOf(call.request, options.format)
  const select = options.select && checkSelect(options.select, set)
  const expansions = prepareExpansions(options.expand ?? [], set, { world: call.world, wire })
  const row = rowWriter({ origin, set, store, wire, select, expansions })(cursor)
  const context = `"@odata.context":${JSON.stringify(`${contextOf(origin, set, { select, expansions })}/$entity`)}`
  const body =
    wire.metadata === 'none' ? row : `{${context}${row === '{}' ? '' : ','}${row.slice(1)}`
  return new Response(body, {
    status,
    headers: { 'content-type': contentTypeOf(wire), etag: etagOf(store, cursor) },
  })
}
