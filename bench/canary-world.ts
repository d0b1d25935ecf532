import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { keptDays } from '@/lib/canaries/prune-canaries'
import { putCanary } from '@/lib/canaries/put-canary'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import type { Database } from '@/lib/db/database'
import type { Context } from '@/lib/log/context'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import type { PreparedApp } from './practice-world'

/** What a benchmark hands to the capabilities. */
export function benchContext(now: () => Date): Context {
  return {
    actor: { kind: 'system', job: 'bench' },
    now,
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}

/** Connections to the practice tenant, each with a canary of five minutes. */
export async function makeCanaries(
  ctx: Context,
  { count, app }: Readonly<{ count: number; app: PreparedApp }>,
): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const environmentUrl = practiceEnvironmentUrl
    const name = `Canary ${String(index).padStart(3, '0')}`
    const { id } = await createConnection(ctx, {
      environmentUrl,
      name,
      tenantId: homeTenant.tenantId,
    })
    await updateConnection(ctx, id, { clientId: app.clientId, owner: `Team ${index % 7}` })
    await putCredential(ctx, id, { kind: 'secret', value: app.secret, expiresOn: null })
    await putCanary(ctx, id, {
      state: 'on',
      everyMinutes: 5,
      entitySet: 'CustomersV3',
      company: 'usmf',
      filter: null,
      latencyLimitMs: 10_000,
      windows: [],
    })
    ids.push(id)
  }
  return ids
}

/** Buckets as an hour of twelve runs and a day of 288 have them. */
const hourHistogram = [52, 1, 54, 2, 55, 3, 56, 2, 58, 1, 60, 1, 63, 1, 70, 1]
const dayHistogram = Array.from({ length: 24 }, (_, index) => [46 + index, 12]).flat()

/**
 * Writes what a year of a canary every five minutes leaves behind for every connection: days, hours
 * and single runs, each for as long as it is kept, all before `before`.
 */
export async function writeYear(database: Database, before: Date): Promise<void> {
  const until = `'${before.toISOString()}'::timestamptz`
  const rollups = (grain: 'hour' | 'day', days: number, histogram: readonly number[]) => {
    const runs = grain === 'hour' ? 12 : 288
    return `insert into canary_rollups
      select connection_id, '${grain}', starts_at, ${runs - 1}, 0, 0, 1, 0, 0, ${runs * 4}, 1,
        array[${histogram.join(',')}]::smallint[]
      from canaries, generate_series(
        date_trunc('${grain}', ${until}) - interval '${days} days',
        ${until} - interval '1 ${grain}', interval '1 ${grain}') as starts_at`
  }
  await database.execute(rollups('day', 365, dayHistogram))
  await database.execute(rollups('hour', keptDays.hour, hourHistogram))
  await database.execute(`insert into canary_runs
    (connection_id, due_at, started_at, finished_at, verdict, took, latency_ms, rows, calls, throttled)
    select connection_id, due_at, due_at, due_at + interval '1 second', 'passed',
      '${JSON.stringify(tookLikely)}'::jsonb, 132, 100, 4, 0
    from canaries, generate_series(
      ${until} - interval '${keptDays.run} days', ${until} - interval '5 minutes',
      interval '5 minutes') as due_at`)
}

const tookLikely = {
  address: 0,
  dns: 1,
  tcp: 2,
  tls: 14,
  finops: 31,
  tenant: 28,
  'tenant-match': 0,
  app: 44,
  credential: 1,
  token: 58,
  clock: 0,
  audience: 0,
  'token-tenant': 0,
  'token-app': 0,
  'service-principal': 0,
  roles: 0,
  trust: 41,
  'mapped-user': 66,
  'chosen-read': 132,
}
