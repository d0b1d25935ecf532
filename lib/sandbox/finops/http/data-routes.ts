import { parseQueryOptions, type QueryOptions } from '@/lib/odata/query-options'
import { parseResourcePath, type ResourceSegment } from '@/lib/odata/resource-path'
import { toServiceDocument } from '@/lib/odata/service-document'
import {
  badRequest,
  methodNotAllowed,
  noRoute,
  segmentNotFound,
} from '@/lib/sandbox/finops/http/answers'
import { failRead, listsNothing } from '@/lib/sandbox/finops/http/faults'
import { requirePrivilege } from '@/lib/sandbox/finops/http/roles'
import { csdlResponse } from '@/lib/sandbox/finops/metadata/csdl'
import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import { toKeyValues } from '@/lib/sandbox/finops/read/find-row'
import { readRelated } from '@/lib/sandbox/finops/read/read-related'
import { answerRow, requireRow } from '@/lib/sandbox/finops/read/read-row'
import { countSet, readSet } from '@/lib/sandbox/finops/read/read-set'
import { contentTypeOf, wireOf } from '@/lib/sandbox/finops/read/wire'
import type { Call } from '@/lib/sandbox/finops/world'
import { runAction } from '@/lib/sandbox/finops/write/run-action'
import { createRow, deleteRow, patchRow } from '@/lib/sandbox/finops/write/write-row'
import type { FinopsOptions } from '@/lib/sandbox/types'

/** Answers everything below `/data`. `path` has no leading slash and is still percent-encoded. */
export async function answerData(
  call: Call,
  options: FinopsOptions,
  path: string,
): Promise<Response> {
  const segments = readPath(call, path)
  const [first, second, third] = segments
  if (!first) return serviceDocument(call, options)
  if (first.name === '$metadata' && !second) return metadata(call)
  const set = call.world.catalog.get(first.name)
  if (!set) throw segmentNotFound(first.name)
  if (third) throw noRoute(call.request)
  const query = parseQueryOptions(call.url.search)
  const [unknown] = query.unknown ?? []
  if (unknown) throw badRequest(`The query option '${unknown}' is not supported.`)
  if (second?.name.includes('.')) {
    return runAction(call, set, { segment: first, action: second, query })
  }
  if (call.request.method === 'GET') {
    failRead(options, set.dataEntity)
    requirePrivilege(call.user, set, 'read')
    return answerRead(call, set, { first, second, query })
  }
  return answerWrite(call, set, { first, second, query })
}

/** A path with a malformed key is a path without a route, whatever its grammar says. */
function readPath(call: Call, path: string): ResourceSegment[] {
  try {
    return parseResourcePath(path.replace(/\/$/, ''))
  } catch (cause) {
    throw Object.assign(noRoute(call.request), { cause })
  }
}

type Route = Readonly<{
  first: ResourceSegment
  second: ResourceSegment | undefined
  query: QueryOptions
}>

function answerRead(
  call: Call,
  set: EntitySet,
  { first, second, query }: Route,
): Promise<Response> | Response {
  if (!first.key) {
    if (!second) return readSet(call, set, query)
    if (second.name === '$count' && !second.key) return countSet(call, set, query)
    throw noRoute(call.request)
  }
  const values = toKeyValues(call, set, first.key)
  if (second?.key) throw noRoute(call.request)
  const found = requireRow(call, set, { values, options: query })
  return second
    ? readRelated(call, found, { name: second.name, options: query })
    : answerRow(call, found, { options: query, status: 200 })
}

function answerWrite(
  call: Call,
  set: EntitySet,
  { first, second, query }: Route,
): Promise<Response> {
  const { method } = call.request
  const allow = first.key ? 'GET, PATCH, PUT, DELETE' : 'GET, POST'
  const isKnown = first.key ? /^(?:PATCH|PUT|DELETE)$/.test(method) : method === 'POST'
  if (!isKnown || second) throw methodNotAllowed(method, allow)
  requirePrivilege(call.user, set, 'write')
  if (!first.key) return createRow(call, set, query)
  const values = toKeyValues(call, set, first.key)
  const found = requireRow(call, set, { values, options: query })
  return method === 'DELETE' ? deleteRow(call, found) : patchRow(call, found)
}

function serviceDocument(call: Call, options: FinopsOptions): Response {
  if (call.request.method !== 'GET') throw methodNotAllowed(call.request.method, 'GET')
  const names = listsNothing(options) ? [] : [...call.world.catalog.keys()]
  const document = toServiceDocument(`${call.world.origin}/data/$metadata`, names)
  const contentType = contentTypeOf(wireOf(call.request, undefined))
  return new Response(JSON.stringify(document), { headers: { 'content-type': contentType } })
}

function metadata(call: Call): Response {
  if (call.request.method !== 'GET') throw methodNotAllowed(call.request.method, 'GET')
  return csdlResponse(call.world.catalog)
}
