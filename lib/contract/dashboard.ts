import { z } from 'zod'
import { Canary, CanaryFigures, CanarySpan } from '@/lib/contract/canary'
import { Connection } from '@/lib/contract/connection'
import { Timestamp } from '@/lib/contract/ids'

/** How much a connection needs somebody; `unwatched`: nothing is known against it, and nobody looks. */
export const Concern = z.enum(['broken', 'warning', 'unwatched', 'fine'])
export type Concern = z.infer<typeof Concern>

/** A connection as the dashboard shows it, everything by what the server has kept. */
export const DashboardRow = z.object({
  connection: Connection,
  concern: Concern,
  /** Why, the worst first, each a short line. */
  reasons: z.array(z.string()),
  token: z.object({
    mintedAt: Timestamp.nullable(),
    lastFailure: z.object({ at: Timestamp, title: z.string() }).nullable(),
  }),
  canary: Canary.nullable(),
  /** Over the asked span; null before the first run. `asOf` is the run that they were summed up at. */
  figures: z.object({ asOf: Timestamp, figures: CanaryFigures }).nullable(),
})
export type DashboardRow = z.infer<typeof DashboardRow>

/** Whether anybody runs the canaries. */
export const SchedulerState = z.object({
  beatAt: Timestamp.nullable(),
  processes: z.int().nonnegative(),
  /** Nobody has looked for due canaries for a minute and a half. */
  isSilent: z.boolean(),
  /** Canaries whose due time passed by more than their grace. */
  overdue: z.int().nonnegative(),
})
export type SchedulerState = z.infer<typeof SchedulerState>

/** `GET /api/dashboard?span=24h` */
export const DashboardQuery = z.object({ span: CanarySpan.default('24h') })
export type DashboardQuery = z.infer<typeof DashboardQuery>

/** All connections, worst first, as they stand at `at` by the server's clock. */
export const Dashboard = z.object({
  at: Timestamp,
  span: CanarySpan,
  scheduler: SchedulerState,
  rows: z.array(DashboardRow),
})
export type Dashboard = z.infer<typeof Dashboard>
