import { join } from 'node:path'
import PgBoss from 'pg-boss'
import { startScheduler } from '@/lib/canaries/scheduler'
import { database } from '@/lib/db/client'
import { env } from '@/lib/env/env'
import { startExporter } from '@/lib/exports/exporter'
import { type Job, jobs } from '@/lib/jobs/jobs'
import type { Context } from '@/lib/log/context'
import { log } from '@/lib/log/log'

/** Far longer than any of them takes: what has expired is begun a second time. */
const expireInSeconds = 2 * 3600

/**
 * Starts the exports, the canaries, and the queue on the app's own database with every job's schedule. Replicas share the
 * queue, so a due job runs once however many servers there are.
 *
 * @returns what stops it again
 */
export async function startJobs(): Promise<() => Promise<void>> {
  const stopping = new AbortController()
  const dir = join(env().FIVESTEP_DATA_DIR, 'exports')
  const exporter = await startExporter({ dir, log: log() })
  const boss = new PgBoss({ db: { executeSql: execute }, schema: 'pgboss' })
  boss.on('error', (error) => log().error({ err: error }, 'the job queue failed'))
  await boss.start()
  for (const job of jobs) {
    await boss.createQueue(job.name)
    await boss.schedule(job.name, job.cron, undefined, { tz: 'UTC', expireInSeconds })
    await boss.work(job.name, () => job.run(contextOf(job, stopping.signal)))
  }
  const stopCanaries = startScheduler({ log: log() })
  return async () => {
    stopping.abort()
    await stopCanaries()
    await exporter.stop()
    await boss.stop({ graceful: false, close: false, wait: false })
  }
}

async function execute(
  text: string,
  values?: unknown[],
): Promise<{ rows: unknown[]; rowCount: number }> {
  const { rows } = await database().execute(text, values)
  return { rows, rowCount: rows.length }
}

function contextOf(job: Job, signal: AbortSignal): Context {
  const requestId = crypto.randomUUID()
  return {
    actor: { kind: 'system', job: job.name },
    now: () => new Date(),
    signal,
    log: log().child({ requestId, job: job.name }),
    requestId,
  }
}
