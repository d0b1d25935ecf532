import { readFileSync } from 'node:fs'
import { everyPage, everyRoute, fillPath, type Route } from '@/app/api/route-files'
import { type AuthzTable, type Place, Subject } from './table'
import { makeWorld, type World } from './world'

export type Walked = Readonly<{
  routes: number
  tried: number
  /** A line for each answer that is not what the table says. */
  wrong: string[]
  /** A line for each route, page or entry without its counterpart. */
  unlisted: string[]
}>

/** What the door said: `in` stands for whatever came of it afterwards. */
type Answer = 'in' | 'nobody' | 'refused' | 'hidden'

/** Calls every route as every subject for every place. */
export async function walkRoutes(table: AuthzTable): Promise<Walked> {
  const routes = await everyRoute()
  const world = await makeWorld()
  const wrong: string[] = []
  let tried = 0
  for (const route of routes) {
    const action = table.routes[nameOf(route)]
    if (action === undefined) continue
    for (const place of placesOf(route)) {
      for (const subject of Subject.options) {
        const wanted = wantedOf(table, action, { subject, place })
        const got = await ask(world, route, { subject, place })
        tried += 1
        if (got !== wanted) {
          wrong.push(`${nameOf(route)} as ${subject} on ${place}: ${got}, not ${wanted}`)
        }
        if (got === 'in') await world.restore()
      }
    }
  }
  return {
    routes: routes.length,
    tried,
    wrong: [...wrong, ...wrongPages(table)],
    unlisted: unlistedOf(table, routes.map(nameOf)),
  }
}

function wantedOf(
  table: AuthzTable,
  action: AuthzTable['routes'][string],
  { subject, place }: Readonly<{ subject: Subject; place: Place }>,
): Answer {
  if (action === 'public') return 'in'
  if (subject === 'nobody') return 'nobody'
  if (table.actions[action][subject].includes(place)) return 'in'
  return subject === 'shut-out' && place !== 'installation' ? 'hidden' : 'refused'
}

async function ask(
  world: World,
  { method, path, handler }: Route,
  { subject, place }: Readonly<{ subject: Subject; place: Place }>,
): Promise<Answer> {
  const connectionId = place === 'installation' ? 'x' : world.connectionIds[place]
  // Ids of the right shape of which there is none: what is let in finds nothing to change.
  const { address, params } = fillPath(path, {
    connectionId,
    userId: 'there-is-no-such-person',
    sessionId: 'there-is-no-such-session',
    proofId: `prf_${'0'.repeat(20)}`,
    exportId: `exp_${'0'.repeat(20)}`,
    invitationId: `inv_${'0'.repeat(20)}`,
    tokenId: `tok_${'0'.repeat(20)}`,
    fileId: `cfl_${'0'.repeat(20)}`,
    queryId: `qry_${'0'.repeat(20)}`,
    entitySet: 'CustomersV3',
    path: 'CustomersV3',
  })
  const headers = { host: 'fivestep.test', ...world.headersOf(subject) }
  const gone = new AbortController()
  const request = new Request(`http://fivestep.test${address}`, {
    method,
    headers,
    signal: gone.signal,
    // No schema takes it, so that most of what is let in ends there.
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: '[]' }),
  })
  const answer = await handler(request, { params: Promise.resolve(params) })
  const heard = await hear(answer)
  gone.abort()
  return heard
}

async function hear(answer: Response): Promise<Answer> {
  if (answer.status === 401) return 'nobody'
  if (answer.status === 403) return 'refused'
  if (answer.status === 404) {
    return /There is no such connection\./.test(await answer.text()) ? 'hidden' : 'in'
  }
  await answer.body?.cancel()
  return 'in'
}

function placesOf({ path }: Route): readonly Place[] {
  return path.includes('[connectionId]') ? ['sandbox', 'production', 'opened'] : ['installation']
}

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}

function unlistedOf(table: AuthzTable, routes: readonly string[]): string[] {
  const missing = (of: string, real: readonly string[], listed: readonly string[]) => [
    ...real
      .filter((name) => !listed.includes(name))
      .map(
        (name) =>
          `${of} ${name} has no entry in docs/authz.json: say there which action it asks for`,
      ),
    ...listed
      .filter((name) => !real.includes(name))
      .map((name) => `docs/authz.json has an entry for the ${of} ${name}, which is not there`),
  ]
  return [
    ...missing('route', routes, Object.keys(table.routes)),
    ...missing(
      'page',
      everyPage().map(({ path }) => path),
      Object.keys(table.pages),
    ),
  ]
}

/** A page is asked for what it does by itself or by a layout around it. */
function wrongPages(table: AuthzTable): string[] {
  return everyPage().flatMap(({ path, files }) => {
    const action = table.pages[path]
    if (action === undefined || action === 'public') return []
    const asks = action === 'signed-in' ? 'requirePagePerson(' : `requirePageContext('${action}'`
    const isAsked = files.some((file) => readFileSync(file, 'utf8').includes(asks))
    return isAsked ? [] : [`the page ${path} does not ask for ${action}`]
  })
}
