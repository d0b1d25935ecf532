/*
 * A process that runs exports on a store of its own, for a test that kills it: `begin` makes a
 * connection and one export, `go-on` finds what a killed one left. Tells line by line, as JSON, how
 * far it is.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { createConnection } from '@/lib/connections/create-connection'
import { listConnections } from '@/lib/connections/list-connections'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import { openDatabase, setDatabase } from '@/lib/db/client'
import { createExport } from '@/lib/exports/create-export'
import { startExporter } from '@/lib/exports/exporter'
import { listExports } from '@/lib/exports/list-exports'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

export type ExportProcessInput = Readonly<{
  dir: string
  what: 'begin' | 'go-on'
  format: 'csv' | 'parquet'
  route: Readonly<{ port: number; caPem: string }>
  app: Readonly<{ clientId: string; secret: string }>
}>

const input = JSON.parse(process.argv[2] ?? '{}') as ExportProcessInput
const ctx: Context = {
  actor: { kind: 'user', userId: 'u1', name: 'Robin' },
  now: () => new Date(),
  signal: new AbortController().signal,
  log: pino({ level: 'silent' }),
  requestId: randomUUID(),
}

const database = await openDatabase({ dir: join(input.dir, 'db') })
setDatabase(database)
setVault(await openVault(database, { dataDir: input.dir }))
setPracticeRoute(input.route)
await startExporter({ dir: join(input.dir, 'exports'), log: ctx.log })
if (input.what === 'begin') await begin()
const [connection] = await listConnections(ctx)
for (;;) {
  const [one] = await listExports(ctx, connection?.id ?? '')
  writeSync(1, `${JSON.stringify(one ?? {})}\n`)
  await wait(20)
}

async function begin(): Promise<void> {
  const { id } = await createConnection(ctx, {
    environmentUrl: practiceEnvironmentUrl,
    tenantId: homeTenant.tenantId,
  })
  await updateConnection(ctx, id, { clientId: input.app.clientId })
  await putCredential(ctx, id, { kind: 'secret', value: input.app.secret })
  await createExport(ctx, id, { path: 'Rows', format: input.format })
}
