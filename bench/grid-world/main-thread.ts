import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

const TraceEvent = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  /** Microseconds by the clock, and on the processor. */
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.string().optional() }).loose().default({}),
})
const Trace = z.object({ traceEvents: z.array(TraceEvent) })

/** The tasks of a page's main thread while something was done. */
export type Tasks = Readonly<{
  count: number
  /** The longest by the clock; other work on the machine is part of it. */
  longestMs: number
  /** The longest by the time that the processor spent on it. */
  longestCpuMs: number
  over50Ms: number
}>

const categories = ['toplevel', '-*', 'disabled-by-default-devtools.timeline']

/** Records what the main thread of `page` runs while `act` goes on. */
export async function traceTasks(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<Tasks> {
  await browser.startTracing(page, { categories })
  await act()
  const { traceEvents } = Trace.parse(JSON.parse((await browser.stopTracing()).toString()))
  const main = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => ({
      tasks: traceEvents.filter(
        (event) => event.pid === pid && event.tid === tid && event.name.endsWith('RunTask'),
      ),
    }))
    .sort((a, b) => sum(b.tasks) - sum(a.tasks))[0]
  const tasks = main?.tasks ?? []
  const most = (times: readonly number[]) => times.reduce((max, us) => Math.max(max, us), 0) / 1000
  return {
    count: tasks.length,
    longestMs: most(tasks.map(({ dur }) => dur)),
    longestCpuMs: most(tasks.map(({ tdur }) => tdur)),
    over50Ms: tasks.filter(({ dur }) => dur > 50_000).length,
  }
}

function sum(tasks: readonly z.infer<typeof TraceEvent>[]): number {
  return tasks.reduce((total, { dur }) => total + dur, 0)
}
