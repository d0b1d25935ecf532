/**
 * One run of the export benchmark, in a process of its own: `discard` fetches every page and throws
 * it away, `csv` and `parquet` export it as the app does. Prints one JSON line.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { request } from 'undici'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { createExport } from '@/lib/exports/create-export'
import { type Exporter, startExporter } from '@/lib/exports/exporter'
import { requireExport } from '@/lib/exports/list-exports'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { loginOrigin } from '@/lib/sandbox/hosts'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

export type Practice = Readonly<{
  port: number
  caPem: string
  clientId: string
  secret: string
}>

export type Contest = Readonly<{
  rows: number
  ms: number
  peakMiB: number
  /** Of what came, or of the file that was made. */
  bytes: number
}>

const path = 'SalesOrderLines'
const query = 'cross-company=true'

const [kind = '', given = ''] = process.argv.slice(2)
const practice = JSON.parse(given) as Practice
console.log(JSON.stringify(kind === 'discard' ? await discard() : await exported(kind)))

async function discard(): Promise<Contest> {
  const agent = loopbackAgent(practice)
  const token = await mint(agent)
  const stop = watchMemory()
  const startedAt = performance.now()
  let [rows, bytes] = [0, 0]
  let next: string | undefined = `${practiceEnvironmentUrl}/data/${path}?${query}`
  while (next !== undefined) {
    const answer = await request(next, {
      dispatcher: agent,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    })
    let end = ''
    for await (const chunk of answer.body as AsyncIterable<Buffer>) {
      bytes += chunk.length
      end = (end + chunk.subarray(-2000).toString('latin1')).slice(-2000)
    }
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${end}`)
    next = /"@odata\.nextLink":"([^"]+)"/.exec(end)?.[1]
    rows += 1
  }
  const ms = performance.now() - startedAt
  const peakMiB = stop()
  await agent.close()
  return { rows, ms, peakMiB, bytes }
}

async function mint(dispatcher: ReturnType<typeof loopbackAgent>): Promise<string> {
  const answer = await request(`${loginOrigin}/${homeTenant.tenantId}/oauth2/v2.0/token`, {
    dispatcher,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: practice.clientId,
      client_secret: practice.secret,
      scope: `${practiceEnvironmentUrl}/.default`,
    }).toString(),
  })
  const { access_token } = (await answer.body.json()) as { access_token: string }
  return access_token
}

async function exported(format: string): Promise<Contest> {
  const dir = await mkdtemp(join(tmpdir(), 'fivestep-bench-export-'))
  const database = await openDatabase({ dir: join(dir, 'db') })
  setDatabase(database)
  setVault(await openVault(database, { dataDir: dir }))
  setPracticeRoute(practice)
  const ctx = context()
  const connectionId = await connect(ctx)
  const exporter = await startExporter({ dir: join(dir, 'exports'), log: ctx.log })
  try {
    const stop = watchMemory()
    const startedAt = performance.now()
    const result = await exportAll(ctx, connectionId, format)
    const ms = performance.now() - startedAt
    return { ...result, ms, peakMiB: stop() }
  } finally {
    await end(exporter, dir)
  }
}

async function exportAll(ctx: Context, connectionId: string, format: string) {
  const { id } = await createExport(ctx, connectionId, {
    path,
    query,
    format: format === 'parquet' ? 'parquet' : 'csv',
  })
  for (;;) {
    const found = await requireExport(ctx, { connectionId, exportId: id })
    if (found.state === 'done') return { rows: found.rows, bytes: found.bytes }
    if (found.state !== 'queued' && found.state !== 'running') {
      throw new Error(`${found.state}: ${JSON.stringify(found.failure)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function connect(ctx: Context): Promise<string> {
  const environmentUrl = practiceEnvironmentUrl
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId: practice.clientId })
  await putCredential(ctx, id, { kind: 'secret', value: practice.secret })
  return id
}

async function end(exporter: Exporter, dir: string): Promise<void> {
  await exporter.stop()
  await closeOutbound()
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
}

function context(): Context {
  return {
    actor: { kind: 'system', job: 'bench' },
    now: () => new Date(),
    signal: new AbortController().signal,
    log: pino({ level: 'warn' }, process.stderr),
    requestId: randomUUID(),
  }
}

/** Looks at the memory ten times a second; what it answers is the most above where it began. */
function watchMemory(): () => number {
  const idle = process.memoryUsage.rss()
  let peak = idle
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  return () => {
    clearInterval(timer)
    return Math.round((peak - idle) / 1024 ** 2)
  }
}
