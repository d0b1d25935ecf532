import type { Expression } from '@/lib/odata/filter'
import type { Literal } from '@/lib/odata/literal'
import type { QueryOptions } from '@/lib/odata/query-options'
import { noRoute } from '@/lib/sandbox/finops/http/answers'
import { fieldOf } from '@/lib/sandbox/finops/model/schema'
import { relatedRows } from '@/lib/sandbox/finops/read/expansion'
import { answerRow, type FoundRow } from '@/lib/sandbox/finops/read/read-row'
import { readSet } from '@/lib/sandbox/finops/read/read-set'
import { type Call, storeOf } from '@/lib/sandbox/finops/world'

/** `GET /data/SalesOrderHeadersV2(…)/SalesOrderLines`: what belongs to a row. */
export function readRelated(
  call: Call,
  found: FoundRow,
  { name, options }: Readonly<{ name: string; options: QueryOptions }>,
): Promise<Response> | Response {
  const navigation = found.set.navigations.find((known) => known.name === name)
  const target = navigation && call.world.catalog.get(navigation.target)
  if (!navigation || !target) throw noRoute(call.request)
  if (!navigation.isCollection) {
    const store = storeOf(call.world, target)
    const related = { store, set: found.set, target, navigation, test: undefined, top: 1 }
    const [cursor] = relatedRows(related)(found.cursor)
    if (!cursor) return new Response(null, { status: 204 })
    return answerRow(call, { set: target, store, cursor }, { options, status: 200 })
  }
  const conditions = navigation.on.flatMap(([own, other]) => {
    const field = fieldOf(found.set, own)
    return field ? [equals(other, String(found.cursor.get(field)))] : []
  })
  const filter = [...conditions, ...(options.filter ? [options.filter] : [])].reduce(both)
  return readSet(call, target, { ...options, crossCompany: true, filter })
}

function equals(name: string, value: string): Expression {
  const literal: Literal = { type: 'Edm.String', value }
  return {
    kind: 'binary',
    operator: 'eq',
    left: { kind: 'path', segments: [{ name, args: null }], at: 0 },
    right: { kind: 'literal', literal, at: 0 },
    at: 0,
  }
}

function both(left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator: 'and', left, right, at: 0 }
}
