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

/** `GET /api/connections/{id}/proof`: newest first. */
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
