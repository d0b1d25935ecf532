import type { QueryOptions } from '@/lib/odata/query-options'
import type { ResourceSegment } from '@/lib/odata/resource-path'
import { infolog, methodNotAllowed, noRoute } from '@/lib/sandbox/finops/http/answers'
import { requirePrivilege } from '@/lib/sandbox/finops/http/roles'
import {
  type EntityAction,
  type EntitySet,
  namespace,
  type Row,
} from '@/lib/sandbox/finops/model/schema'
import { toKeyValues } from '@/lib/sandbox/finops/read/find-row'
import { requireRow } from '@/lib/sandbox/finops/read/read-row'
import { contentTypeOf, wireOf } from '@/lib/sandbox/finops/read/wire'
import { rowAt } from '@/lib/sandbox/finops/store/row-store'
import type { Call } from '@/lib/sandbox/finops/world'
import { InfologError } from '@/lib/sandbox/finops/write/infolog'
import { readJson } from '@/lib/sandbox/finops/write/read-body'

type Invocation = Readonly<{
  segment: ResourceSegment
  action: ResourceSegment
  query: QueryOptions
}>

/** `POST …/Microsoft.Dynamics.DataEntities.Name`, bound to a row or to the collection. */
export async function runAction(
  call: Call,
  set: EntitySet,
  { segment, action, query }: Invocation,
): Promise<Response> {
  const boundTo = segment.key ? 'row' : 'collection'
  const known = set.actions.find(
    (candidate) =>
      `${namespace}.${candidate.name}` === action.name && candidate.boundTo === boundTo,
  )
  if (!known) throw noRoute(call.request)
  if (call.request.method !== 'POST') throw methodNotAllowed(call.request.method, 'POST')
  requirePrivilege(call.user, set, 'write')
  const values = segment.key && toKeyValues(call, set, segment.key)
  const found = values && requireRow(call, set, { values, options: query })
  const body = await readJson(call.request)
  return answer(
    call,
    known,
    run(set, known, { body, row: found ? rowAt(found.cursor, set) : null }),
  )
}

type Input = Readonly<{ body: Record<string, unknown>; row: Row | null }>

function run(set: EntitySet, action: EntityAction, { body, row }: Input) {
  try {
    return action.run(body, row)
  } catch (error) {
    if (!(error instanceof InfologError)) throw error
    const said = `Exception occurred while executing action ${action.name} on Entity ${set.type}: ${error.message}`
    throw Object.assign(infolog(said, 'System.InvalidOperationException'), { cause: error })
  }
}

function answer(call: Call, action: EntityAction, value: unknown): Response {
  if (action.returns === null) return new Response(null, { status: 204 })
  const context = `${call.world.origin}/data/$metadata#${action.returns}`
  return new Response(JSON.stringify({ '@odata.context': context, value }), {
    headers: { 'content-type': contentTypeOf(wireOf(call.request, undefined)) },
  })
}
