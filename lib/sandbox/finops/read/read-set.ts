import { printQueryOptions, type QueryOptions } from '@/lib/odata/query-options'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import { compileFilter } from '@/lib/sandbox/finops/query/compile-filter'
import { compileOrder } from '@/lib/sandbox/finops/query/order'
import { equalsOf, planRanges } from '@/lib/sandbox/finops/query/plan'
import { countRows, type Scan } from '@/lib/sandbox/finops/query/scan'
import { contextOf } from '@/lib/sandbox/finops/read/context-url'
import { prepareExpansions } from '@/lib/sandbox/finops/read/expansion'
import { findPage, type Page, pageSizeMax } from '@/lib/sandbox/finops/read/page'
import { rowWriter } from '@/lib/sandbox/finops/read/row-json'
import { checkSelect } from '@/lib/sandbox/finops/read/select'
import { streamJson } from '@/lib/sandbox/finops/read/stream-json'
import { contentTypeOf, wireOf } from '@/lib/sandbox/finops/read/wire'
import type { RowStore } from '@/lib/sandbox/finops/store/row-store'
import { type Call, storeOf } from '@/lib/sandbox/finops/world'

/** `GET /data/CustomersV3?...`: a page of rows, streamed. */
export async function readSet(
  call: Call,
  set: EntitySet,
  options: QueryOptions,
): Promise<Response> {
  const { world, request } = call
  const store = storeOf(world, set)
  const wire = wireOf(request, options.format)
  const select = options.select && checkSelect(options.select, set)
  const expansions = prepareExpansions(options.expand ?? [], set, { world, wire })
  const scan = scanOf(call, { set, store, options })
  const order = options.orderBy ? compileOrder(options.orderBy, set) : null
  const count = options.count === true ? await countRows(scan) : undefined
  const top = options.top ?? Number.POSITIVE_INFINITY
  const page = await findPage(scan, order, {
    top,
    skip: options.skip ?? 0,
    pageSize: pageSizeOf(request),
    skipToken: options.skipToken,
  })
  const context = contextOf(world.origin, set, { select, expansions })
  const body = streamJson({
    head: headOf(wire.metadata === 'none' ? undefined : context, count),
    tail: tailOf(call, set, { options, page, top }),
    slots: page.slots,
    store,
    write: rowWriter({ origin: world.origin, set, store, wire, select, expansions }),
  })
  return new Response(body, { headers: headersOf(request, contentTypeOf(wire)) })
}

type Read = Readonly<{ set: EntitySet; store: RowStore; options: QueryOptions }>

/** The rows that a read ranges over: of the caller's company, unless all are asked for. */
export function scanOf(call: Call, { set, store, options }: Read): Scan {
  const company = options.crossCompany === true ? null : call.user.company
  return {
    store,
    ranges: planRanges(store, equalsOf(options.filter), company),
    company,
    test: options.filter && compileFilter(options.filter, set),
    signal: call.request.signal,
  }
}

function pageSizeOf(request: Request): number {
  const wish = /odata\.maxpagesize=(\d{1,9})/i.exec(request.headers.get('prefer') ?? '')?.[1]
  return Math.min(pageSizeMax, Math.max(1, Number(wish ?? pageSizeMax)))
}

function headersOf(request: Request, contentType: string): Headers {
  const headers = new Headers({ 'content-type': contentType })
  const wish = /odata\.maxpagesize=\d{1,9}/i.exec(request.headers.get('prefer') ?? '')?.[0]
  if (wish) headers.set('preference-applied', wish)
  return headers
}

function headOf(context: string | undefined, count: number | undefined): string {
  const parts = [
    ...(context === undefined ? [] : [`"@odata.context":${JSON.stringify(context)}`]),
    ...(count === undefined ? [] : [`"@odata.count":${count}`]),
  ]
  return `{${parts.join(',')}${parts.length > 0 ? ',' : ''}"value":[`
}

type Tail = Readonly<{ options: QueryOptions; page: Page; top: number }>

function tailOf(call: Call, set: EntitySet, { options, page, top }: Tail): string {
  if (page.nextToken === null) return ']}'
  const { skip: _skip, top: _top, ...kept } = options
  const left = Number.isFinite(top) ? { top: top - page.slots.length } : {}
  const search = printQueryOptions({ ...kept, ...left, skipToken: page.nextToken })
  const link = `${call.world.origin}/data/${set.name}?${search}`
  return `],"@odata.nextLink":${JSON.stringify(link)}}`
}

/** `GET /data/CustomersV3/$count`: a bare number. */
export async function countSet(
  call: Call,
  set: EntitySet,
  options: QueryOptions,
): Promise<Response> {
  const count = await countRows(scanOf(call, { set, store: storeOf(call.world, set), options }))
  return new Response(String(count), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
