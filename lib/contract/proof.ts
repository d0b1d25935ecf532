import { z } from 'zod'
import { StepState } from '@/lib/contract/connection'
import { ConnectionId, ProofId, Timestamp } from '@/lib/contract/ids'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'
import { StepId } from '@/lib/steps/step'

/** How a check ended: `blocked` by an earlier break, `skipped` for a stated reason. */
export const CheckVerdict = z.enum(['passed', 'failed', 'warned', 'blocked', 'skipped'])
export type CheckVerdict = z.infer<typeof CheckVerdict>

/** One fact that a check found, for a person to read and to copy. */
export const Evidence = z.object({ label: z.string(), value: z.string() })
export type Evidence = z.infer<typeof Evidence>

/** One link of the chain before it has run. */
export const PlannedCheck = z.object({ id: z.string(), step: StepId, title: z.string() })
export type PlannedCheck = z.infer<typeof PlannedCheck>

/** One link of the chain after it has run. */
export const Check = PlannedCheck.extend({
  verdict: CheckVerdict,
  /** One sentence: what was done and what came of it. */
  summary: z.string(),
  evidence: z.array(Evidence),
  tookMs: z.number().nonnegative(),
  /** Why it failed or warned; null otherwise. */
  diagnosis: Diagnosis.nullable(),
  failure: Failure.nullable(),
})
export type Check = z.infer<typeof Check>

export const ProofVerdict = z.enum(['passed', 'failed', 'cancelled'])
export type ProofVerdict = z.infer<typeof ProofVerdict>

/** One run of the chain, as it is kept. */
export const Proof = z.object({
  id: ProofId,
  connectionId: ConnectionId,
  until: StepId,
  startedAt: Timestamp,
  finishedAt: Timestamp,
  verdict: ProofVerdict,
  /** The verdict in one sentence that a manager understands. */
  sentence: z.string(),
  firstBreak: z.string().nullable(),
  checks: z.array(Check),
})
export type Proof = z.infer<typeof Proof>

/** One run of the chain without its checks: a row of the history. */
export const ProofSummary = Proof.omit({ checks: true }).extend({
  /** The step that the first break belongs to; null where nothing broke, or no step is to blame. */
  brokenStep: StepId.nullable(),
  warnings: z.int().nonnegative(),
})
export type ProofSummary = z.infer<typeof ProofSummary>

/** Place in a history, as the page before handed it out: moment and id of its last proof. */
export const ProofCursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~prf_[a-z0-9]{20}$/, 'not a cursor of this list')
  .refine((value) => !Number.isNaN(Date.parse(value.split('~')[0] ?? '')), 'not a moment')
export type ProofCursor = z.infer<typeof ProofCursor>

/** `GET /api/connections/{id}/proofs?before=<cursor>&limit=30` */
export const ProofHistoryQuery = z.object({
  before: ProofCursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(30),
})
export type ProofHistoryQuery = z.infer<typeof ProofHistoryQuery>

/** A page of the history, newest first; `next` is the `before` of the page after it. */
export const ProofHistory = z.object({
  proofs: z.array(ProofSummary),
  next: ProofCursor.nullable(),
})
export type ProofHistory = z.infer<typeof ProofHistory>

/** `GET /api/connections/{id}/proof`: the newest 20 as a whole; see `ProofHistory` for all. */
export const ProofList = z.object({ proofs: z.array(Proof) })
export type ProofList = z.infer<typeof ProofList>

/**
 * `POST /api/connections/{id}/proof?until=trust&waitSeconds=120`.
 *
 * `waitSeconds` is how long a check that may heal by waiting (a new secret, a fresh consent) is
 * tried again before it counts as failed.
 */
export const ProofQuery = z.object({
  until: StepId.default('trust'),
  waitSeconds: z.coerce.number().int().min(0).max(600).default(0),
})
export type ProofQuery = z.infer<typeof ProofQuery>

/** One line of the NDJSON that a running proof streams. */
export const ProofEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    proofId: ProofId,
    connectionId: ConnectionId,
    at: Timestamp,
    checks: z.array(PlannedCheck),
  }),
  z.object({ type: z.literal('running'), checkId: z.string(), at: Timestamp }),
  z.object({
    type: z.literal('waiting'),
    checkId: z.string(),
    /** What is waited for, as a clause: "the new secret to reach every Entra server". */
    reason: z.string(),
    attempt: z.int().positive(),
    nextTryAt: Timestamp,
    giveUpAt: Timestamp,
    /** What the check fails with so far: the likely cause, should the wait be in vain. */
    diagnosis: Diagnosis,
  }),
  z.object({ type: z.literal('checked'), check: Check }),
  z.object({ type: z.literal('finished'), proof: Proof, steps: z.array(StepState) }),
  /** The run itself broke (the database went away); nothing after it. */
  z.object({ type: z.literal('aborted'), title: z.string(), requestId: z.string() }),
])
export type ProofEvent = z.infer<typeof ProofEvent>
