/**
 * 50 callers read `CustomersV3?$top=20` for 30 s through Fivestep, and as long directly from the
 * practice tenant with a bearer token of their own: what does Fivestep in between cost?
 *
 * Run it with `npx tsx bench/odata-load.ts`. It starts the built app on a free port with a data
 * dir of its own, and ends it. SECONDS and CALLERS change the load. Everything stays on loopback.
 * The last line is JSON; the exit code is 1 when a call failed or more than one token was minted.
 */
import { setMaxListeners } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dispatcher, Pool, request } from 'undici'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { loginOrigin } from '@/lib/sandbox/hosts'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { ApiClient } from '../e2e/api'
import { freePort } from '../e2e/free-port'
import { type FivestepServer, startServer } from '../e2e/server'
import { type PreparedApp, preparePractice, readAuthority } from './practice-world'
import { type LoadResult, runLoad } from './run-load'

const callers = Number(process.env.CALLERS ?? 50)
const seconds = Number(process.env.SECONDS ?? 30)
const warmUpSeconds = Math.min(3, seconds)
/** What setting up may take beyond both loads and their warm-ups; building is not counted. */
const deadlineMs = (2 * (seconds + warmUpSeconds) + 60) * 1000
/** From a fresh clone the first start installs and builds. */
const startMs = 15 * 60_000
const entityPath = 'CustomersV3?$top=20'
const rowsExpected = 20

const stop = new AbortController()
// Every call that is under way listens, and that is no leak.
setMaxListeners(0, stop.signal)
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => stop.abort(new Error(`stopped by ${signal}`)))
}

try {
  process.exitCode = (await run()) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function run(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fivestep-load-'))
  const sandboxPort = await freePort()
  let server: FivestepServer | undefined
  try {
    const app = await preparePractice(dataDir)
    const env = { FIVESTEP_SANDBOX_PORT: String(sandboxPort), FIVESTEP_LOG_LEVEL: 'warn' }
    server = await within(startMs, startServer({ dataDir, env }))
    const practice = { port: sandboxPort, caPem: await readAuthority(dataDir) }
    return await within(deadlineMs, measure(server, practice, app))
  } finally {
    await server?.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** `work`, or an error once `ms` are over or the run was stopped; calls under way end then too. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => stop.abort(new Error(`not done after ${ms / 1000} s`)), ms)
  const stopped = new Promise<never>((_, reject) => {
    stop.signal.addEventListener('abort', () => reject(stop.signal.reason), { once: true })
  })
  try {
    return await Promise.race([work, stopped])
  } finally {
    clearTimeout(timer)
  }
}

async function measure(
  fivestep: FivestepServer,
  practice: Readonly<{ port: number; caPem: string }>,
  app: PreparedApp,
): Promise<boolean> {
  const api = await ApiClient.firstAdmin(fivestep)
  const id = await connect(api, app)
  const agent = loopbackAgent(practice)
  const token = await mint(agent, app)
  const direct = () =>
    readRows(agent, `${practiceEnvironmentUrl}/data/${entityPath}`, {
      authorization: `Bearer ${token}`,
    })
  const pool = new Pool(fivestep.address)
  const through = () =>
    readRows(pool, `${fivestep.address}/api/connections/${id}/odata/${entityPath}`, {
      cookie: api.cookie,
    })

  try {
    const mintsBefore = await mintsOf(api, id)
    // The very first calls come all at once: if a mint were not shared, it would show here.
    const withFivestep = await loaded('through Fivestep', through)
    const without = await loaded('directly', direct)
    const mints = (await mintsOf(api, id)) - mintsBefore
    return report({ withFivestep, without, mints })
  } finally {
    await Promise.all([agent.destroy(), pool.destroy()])
  }
}

async function connect(api: ApiClient, { clientId, secret }: PreparedApp): Promise<string> {
  const { id } = await api.json<{ id: string }>('POST', '/api/connections', {
    environmentUrl: practiceEnvironmentUrl,
    tenantId: homeTenant.tenantId,
  })
  await api.json('PATCH', `/api/connections/${id}`, { clientId })
  await api.json('PUT', `/api/connections/${id}/credential`, { kind: 'secret', value: secret })
  return id
}

async function mintsOf(api: ApiClient, id: string): Promise<number> {
  const { mints } = await api.json<{ mints: number }>('GET', `/api/connections/${id}/token`)
  return mints
}

async function mint(dispatcher: Dispatcher, app: PreparedApp): Promise<string> {
  const answer = await request(`${loginOrigin}/${homeTenant.tenantId}/oauth2/v2.0/token`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: app.clientId,
      client_secret: app.secret,
      scope: `${practiceEnvironmentUrl}/.default`,
    }).toString(),
  })
  const body = (await answer.body.json()) as { access_token?: string }
  if (!body.access_token) throw new Error(`no token: ${JSON.stringify(body)}`)
  return body.access_token
}

async function readRows(
  dispatcher: Dispatcher,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const answer = await request(url, { dispatcher, headers: { ...headers }, signal: stop.signal })
  const text = await answer.body.text()
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${text.slice(0, 300)}`)
  const { value } = JSON.parse(text) as { value: unknown[] }
  if (value.length !== rowsExpected) throw new Error(`${value.length} rows`)
}

async function loaded(title: string, call: () => Promise<void>): Promise<LoadResult> {
  const load = { callers, signal: stop.signal, call }
  const warmUp = await runLoad({ ...load, seconds: warmUpSeconds })
  const result = await runLoad({ ...load, seconds })
  stop.signal.throwIfAborted()
  const errors = warmUp.errors + result.errors
  console.log(
    `${title}: ${result.calls} calls, ${result.perSecond}/s, p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms, ${errors} errors`,
  )
  const firstError = warmUp.firstError ?? result.firstError
  if (firstError) console.log(`  first error: ${firstError}`)
  return { ...result, errors, firstError }
}

function report(
  facts: Readonly<{ withFivestep: LoadResult; without: LoadResult; mints: number }>,
): boolean {
  const { withFivestep, without, mints } = facts
  const ratio = (a: number, b: number) => (b === 0 ? null : Math.round((a / b) * 100) / 100)
  const p50Ratio = ratio(withFivestep.p50Ms, without.p50Ms)
  const p99Ratio = ratio(withFivestep.p99Ms, without.p99Ms)
  const good = withFivestep.errors === 0 && without.errors === 0 && mints === 1
  console.log(`with Fivestep in between: p50 x ${p50Ratio}, p99 x ${p99Ratio}, ${mints} mint(s)`)
  console.log(JSON.stringify({ callers, seconds, ...facts, p50Ratio, p99Ratio, good }))
  return good
}
