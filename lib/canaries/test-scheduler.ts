import { once } from 'node:events'
import fs from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { dueAtOrBefore } from '@/lib/canaries/due-times'
import { skippedOutcome } from '@/lib/canaries/outcome'
import { Scheduler } from '@/lib/canaries/scheduler'
import { openDatabase, setDatabase } from '@/lib/db/client'

/*
 * A process that runs canaries on the PostgreSQL of a URL by a clock that runs faster, and tells, as
 * JSON lines, which due times it has begun to prove: `node lib/canaries/test-scheduler.ts <url>
 * <moment of the canaries' clock in ms> <how much faster>`. It waits for a line that says at which
 * moment of the wall clock the other one began.
 */

const [url = '', startMs = '0', speed = '1'] = process.argv.slice(2)
const say = (line: Record<string, unknown>) => fs.writeSync(1, `${JSON.stringify(line)}\n`)

setDatabase(await openDatabase({ url, dir: 'memory' }))
say({ ready: process.pid })
const [wallMs] = await once(createInterface({ input: process.stdin }), 'line')
const now = () => new Date(Number(startMs) + (Date.now() - Number(wallMs)) * Number(speed))

new Scheduler({
  log: pino({ level: 'silent' }),
  now,
  lookEveryMs: 100,
  prove: async (_ctx, { connectionId, everyMinutes }) => {
    const due = dueAtOrBefore({ connectionId, everyMinutes }, now())
    say({ begun: `${connectionId} ${due.toISOString()}` })
    await sleep(40)
    return {
      ...skippedOutcome,
      verdict: 'passed',
      headline: null,
      latencyMs: 40,
      rows: 1,
      calls: 1,
    }
  },
})
setInterval(() => undefined, 60_000)
