import type { z } from 'zod'
import { deny, graphHeaders } from '@/lib/sandbox/graph/graph-error'
import type { Store } from '@/lib/sandbox/state/store'

/** One authorised call of Graph, its path taken apart. */
export type GraphCall = Readonly<{
  request: Request
  url: URL
  method: string
  /** What follows the entity: `addPassword`, `appRoleAssignedTo`, an id below that. */
  rest: readonly string[]
  store: Store
  now: Date
}>

/** The body, parsed. @throws {GraphRefusal} 400 where it is no JSON or not of that shape. */
export async function readBody<T>(call: GraphCall, schema: z.ZodType<T>): Promise<T> {
  const text = await call.request.text()
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  return deny.badRequest(
    issue === undefined || issue.path.length === 0
      ? 'Empty Payload. JSON content expected.'
      : `Invalid value specified for property '${issue.path.join('.')}' of resource.`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The schema refuses undefined, with Graph's own words for it.
    return undefined
  }
}

/** One entity, with its context and what `$select` leaves of it; 201 where it was just made. */
export function entityResponse(call: GraphCall, set: string, entity: object): Response {
  const status = call.method === 'POST' ? 201 : 200
  const context = `${call.url.origin}/v1.0/$metadata#${set}/$entity`
  const body = { '@odata.context': context, ...select(call, entity) }
  return new Response(JSON.stringify(body), { status, headers: graphHeaders() })
}

/** A list of entities, filtered, cut to `$top` and selected as the call asks. */
export function listResponse(call: GraphCall, set: string, entities: readonly object[]): Response {
  const top = Number(call.url.searchParams.get('$top') ?? 100)
  if (!Number.isInteger(top) || top < 1 || top > 999) {
    deny.badRequest("Invalid page size specified: '$top'. Must be between 1 and 999 inclusive.")
  }
  const value = entities.filter(filterOf(call)).slice(0, top)
  const body = {
    '@odata.context': `${call.url.origin}/v1.0/$metadata#${set}`,
    value: value.map((entity) => select(call, entity)),
  }
  return new Response(JSON.stringify(body), { headers: graphHeaders() })
}

export function noContent(): Response {
  const { 'content-type': _, ...headers } = graphHeaders()
  return new Response(null, { status: 204, headers })
}

function select(call: GraphCall, entity: object): object {
  const names = call.url.searchParams.get('$select')?.split(',')
  if (!names) return entity
  const wanted = new Set(names.map((name) => name.trim()))
  return Object.fromEntries(Object.entries(entity).filter(([name]) => wanted.has(name)))
}

const equality = /^(\w+) eq '((?:[^']|'')*)'$/

/** Only `name eq 'value'` is known, which is what provisioning asks. */
function filterOf(call: GraphCall): (entity: object) => boolean {
  const filter = call.url.searchParams.get('$filter')
  if (filter === null) return () => true
  const [, name = '', quoted = ''] =
    equality.exec(filter.trim()) ?? deny.badRequest(`Unsupported query: '${filter}'.`)
  const value = quoted.replaceAll("''", "'").toLowerCase()
  return (entity) =>
    Object.entries(entity).some(
      ([key, actual]) => key === name && String(actual).toLowerCase() === value,
    )
}
