/**
 * What does Fivestep in between cost? The same reads through it and straight with undici, in turn,
 * of a service whose every answer begins 20 ms after its request.
 *
 * Run it with `npm run bench -- proxy`, on a built app. READS and PAGES change how many.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Dispatcher, Pool } from 'undici'
import { makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { ApiClient } from '../e2e/api'
import { startServer } from '../e2e/server'
import type { FarServiceOrder } from './far-service'
import { percentile } from './percentile'
import { table } from './table'

const reads = Number(process.env.READS ?? 400)
const pages = Number(process.env.PAGES ?? 30)
const awayMs = 20
const manyRows = 10_000

/** Runs the benchmark and prints a table. */
export async function benchProxy(): Promise<object> {
  const dir = await mkdtemp(join(tmpdir(), 'fivestep-proxy-'))
  const authority = await makeAuthority('Far away')
  const { cert, key } = await makeLeaf(authority, { names: ['127.0.0.1'] })
  const trusted = join(dir, 'authority.pem')
  await writeFile(trusted, authority.cert)
  const far = await startFarService({ tls: { cert, key }, awayMs, manyRows })
  const server = await startServer({
    dataDir: dir,
    env: {
      FIVESTEP_SANDBOX: 'off',
      FIVESTEP_LOG_LEVEL: 'warn',
      FIVESTEP_EGRESS_ALLOW: `127.0.0.1:${far.port}`,
      NODE_EXTRA_CA_CERTS: trusted,
    },
  })
  const straight = new Pool(far.origin, { connect: { ca: authority.cert } })
  const through = new Pool(server.address)
  try {
    const api = await ApiClient.firstAdmin(server)
    const id = await connect(api, far.origin)
    return await measure({
      straight: { pool: straight, path: '/data', headers: { authorization: 'Bearer x' } },
      through: {
        pool: through,
        path: `/api/connections/${id}/odata`,
        headers: { cookie: api.cookie },
      },
    })
  } finally {
    await Promise.all([straight.destroy(), through.destroy(), server.stop()])
    far.process.disconnect()
    await rm(dir, { recursive: true, force: true })
  }
}

type FarService = Readonly<{ process: ChildProcess; port: number; origin: string }>

async function startFarService(order: FarServiceOrder): Promise<FarService> {
  const child = fork(fileURLToPath(new URL('./far-service.ts', import.meta.url)))
  child.send(order)
  const [port] = (await once(child, 'message')) as [number]
  return { process: child, port, origin: `https://127.0.0.1:${port}` }
}

async function connect(api: ApiClient, origin: string): Promise<string> {
  const { id } = await api.json<{ id: string }>('POST', '/api/connections', {
    environmentUrl: origin,
    cloud: 'custom',
    authorityUrl: origin,
    tenantId: homeTenant.tenantId,
  })
  const clientId = '11111111-2222-3333-4444-555555555555'
  await api.json('PATCH', `/api/connections/${id}`, { clientId })
  await api.json('PUT', `/api/connections/${id}/credential`, { kind: 'secret', value: 'bench' })
  return id
}

type Way = Readonly<{ pool: Pool; path: string; headers: Readonly<Record<string, string>> }>
type Ways = Readonly<Record<'straight' | 'through', Way>>

async function measure(ways: Ways): Promise<object> {
  const few = await inTurn(ways, { entitySet: 'Few', times: reads, warmUp: 100 })
  const many = await inTurn(ways, { entitySet: 'Many', times: pages, warmUp: 5 })
  const [p50, p99] = [0.5, 0.99].map((share) => compare(few, 'lastMs', share))
  const first = compare(many, 'firstMs', 0.5)
  const last = compare(many, 'lastMs', 0.5)
  if (!p50 || !p99) throw new Error('nothing was measured')
  console.log(
    table(
      ['of a service 20 ms away', 'straight, ms', 'through Fivestep, ms', 'ratio', 'extra ms'],
      [
        ['20 rows, p50', ...p50],
        ['20 rows, p99', ...p99],
        [`${manyRows} rows, first byte`, ...first],
        [`${manyRows} rows, last byte`, ...last],
      ],
    ),
  )
  return { p50Ratio: p50[2], p99Ratio: p99[2], firstByteExtraMs: first[3] }
}

type Times = Readonly<{ firstMs: number; lastMs: number }>
type Measured = Readonly<Record<'straight' | 'through', readonly Times[]>>
type Plan = Readonly<{ entitySet: string; times: number; warmUp: number }>

/** One after the other, so that whatever else the machine does falls on both alike. */
async function inTurn(ways: Ways, { entitySet, times, warmUp }: Plan): Promise<Measured> {
  const straight: Times[] = []
  const through: Times[] = []
  for (let turn = -warmUp; turn < times; turn += 1) {
    const direct = await read(ways.straight, entitySet)
    const between = await read(ways.through, entitySet)
    if (direct.bytes !== between.bytes) {
      throw new Error(`${between.bytes} bytes in place of ${direct.bytes}`)
    }
    if (turn < 0) continue
    straight.push(direct)
    through.push(between)
  }
  return { straight, through }
}

async function read({ pool, path, headers }: Way, entitySet: string) {
  const startedAt = performance.now()
  const options: Dispatcher.RequestOptions = {
    method: 'GET',
    path: `${path}/${entitySet}?cross-company=true`,
    headers: { ...headers, accept: 'application/json' },
  }
  const { statusCode, body } = await pool.request(options)
  let firstMs = 0
  let bytes = 0
  for await (const chunk of body) {
    if (bytes === 0) firstMs = performance.now() - startedAt
    bytes += (chunk as Buffer).byteLength
  }
  if (statusCode !== 200) throw new Error(`${statusCode} from ${options.path}`)
  return { firstMs, lastMs: performance.now() - startedAt, bytes }
}

function compare({ straight, through }: Measured, what: keyof Times, share: number) {
  const of = (times: readonly Times[]) =>
    percentile(
      times.map((one) => one[what]).toSorted((a, b) => a - b),
      share,
    )
  const [direct, between] = [of(straight), of(through)]
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  return [
    round(direct, 1),
    round(between, 1),
    round(between / direct, 3),
    round(between - direct, 1),
  ] as const
}
