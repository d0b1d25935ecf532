import { z } from 'zod'
import { ConnectionId, ProofId, Timestamp } from '@/lib/contract/ids'
import { StepId } from '@/lib/steps/step'

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 22:30')

/** A stretch of the week, in UTC, in which a canary does not run. One that ends before it begins ends the day after. */
export const CanaryWindow = z
  .object({
    /** Days on which it begins: 0 is Sunday. */
    days: z.array(z.int().min(0).max(6)).min(1).max(7),
    from: TimeOfDay,
    to: TimeOfDay,
  })
  .refine(({ from, to }) => from !== to, 'it has no length')
export type CanaryWindow = z.infer<typeof CanaryWindow>

/** Which read a canary makes, and how often. */
export const CanarySettings = z.object({
  everyMinutes: z.int().min(1).max(1440),
  entitySet: z
    .string()
    .trim()
    .regex(/^[A-Za-z_]\w{0,199}$/, 'the name of an entity set, such as CustomersV3'),
  /** Company whose rows are read; null for those of the user’s default company. */
  company: z
    .string()
    .trim()
    .regex(/^\w{1,4}$/, 'a company is up to four letters and digits')
    .nullable(),
  /** OData, as after `$filter=`, not encoded. */
  filter: z.string().trim().min(1).max(2000).nullable(),
  /** A read that takes longer is too slow. */
  latencyLimitMs: z.int().min(50).max(120_000),
  windows: z.array(CanaryWindow).max(20),
})
export type CanarySettings = z.infer<typeof CanarySettings>

/** `paused`: for a while, by a person; `off`: not wanted. */
export const CanaryState = z.enum(['on', 'paused', 'off'])
export type CanaryState = z.infer<typeof CanaryState>

/** `PUT /api/connections/{id}/canary` */
export const PutCanaryInput = CanarySettings.extend({ state: CanaryState })
export type PutCanaryInput = z.infer<typeof PutCanaryInput>

/**
 * How a run ended. `slow`: everything works, the read took longer than its limit; `throttled`: F&O
 * asked for time (429); `unclear`: Fivestep itself failed; `skipped`: a maintenance window.
 */
export const CanaryVerdict = z.enum(['passed', 'slow', 'throttled', 'failed', 'unclear', 'skipped'])
export type CanaryVerdict = z.infer<typeof CanaryVerdict>

/** One run that has ended. */
export const CanaryRun = z.object({
  dueAt: Timestamp,
  isAsked: z.boolean(),
  startedAt: Timestamp,
  finishedAt: Timestamp,
  verdict: CanaryVerdict,
  /** Where the chain broke: check, step, and rule of the diagnosis. */
  breakCheck: z.string().nullable(),
  breakStep: StepId.nullable(),
  breakRule: z.string().nullable(),
  /** What went wrong in a line; null where nothing did. */
  headline: z.string().nullable(),
  /** Of the chosen read alone, without any waiting. */
  latencyMs: z.int().nonnegative().nullable(),
  rows: z.int().nonnegative().nullable(),
  calls: z.int().nonnegative(),
  /** Calls that were answered 429. */
  throttled: z.int().nonnegative(),
  /** Due times before it that passed unseen: nobody ran, or the run before took too long. */
  missed: z.int().nonnegative(),
  proofId: ProofId.nullable(),
})
export type CanaryRun = z.infer<typeof CanaryRun>

/** A run, with what each check took in milliseconds. */
export const CanaryRunDetail = CanaryRun.extend({ took: z.record(z.string(), z.number()) })
export type CanaryRunDetail = z.infer<typeof CanaryRunDetail>

/** A canary, as it stands. */
export const Canary = CanarySettings.extend({
  connectionId: ConnectionId,
  state: CanaryState,
  nextDueAt: Timestamp.nullable(),
  /** Until when it backs off from an environment that asked for time. */
  heldUntil: Timestamp.nullable(),
  failedInARow: z.int().nonnegative(),
  failingSince: Timestamp.nullable(),
  lastPassedAt: Timestamp.nullable(),
  lastRun: CanaryRun.nullable(),
  isRunning: z.boolean(),
  updatedAt: Timestamp,
})
export type Canary = z.infer<typeof Canary>

/** `GET /api/connections/{id}/canary`: null where none was ever set. Runs of the last two days, newest first. */
export const CanaryReport = z.object({
  canary: Canary.nullable(),
  runs: z.array(CanaryRunDetail),
})
export type CanaryReport = z.infer<typeof CanaryReport>

/** `POST /api/connections/{id}/canary` */
export const CanaryAct = z.object({ act: z.enum(['pause', 'resume', 'run']) })
export type CanaryAct = z.infer<typeof CanaryAct>

export const CanarySpan = z.enum(['24h', '7d', '30d'])
export type CanarySpan = z.infer<typeof CanarySpan>

/** One point of a sparkline: runs, bad ones among them, p50 and p95 in ms, share of 429; null where nothing was measured. */
export const CanaryPoint = z.tuple([
  z.int(),
  z.int(),
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
])
export type CanaryPoint = z.infer<typeof CanaryPoint>

/** Read latency and throttling over a span. */
export const CanaryFigures = z.object({
  /** When the first point begins; each lasts `stepMinutes`. */
  from: Timestamp,
  stepMinutes: z.int().positive(),
  runs: z.int().nonnegative(),
  /** Runs that failed, were throttled or too slow. */
  bad: z.int().nonnegative(),
  p50Ms: z.number().nullable(),
  p95Ms: z.number().nullable(),
  /** Calls answered 429, of all calls: 0 to 1. */
  throttledShare: z.number().nullable(),
  points: z.array(CanaryPoint),
})
export type CanaryFigures = z.infer<typeof CanaryFigures>
