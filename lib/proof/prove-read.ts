import { saveProof } from '@/lib/connections/proofs'
import { requireConnection } from '@/lib/connections/require-connection'
import { saveStepStates } from '@/lib/connections/step-states'
import { tokenKeeper } from '@/lib/connections/token-keeper'
import type { StepState } from '@/lib/contract/connection'
import type { Check, Proof } from '@/lib/contract/proof'
import { newId } from '@/lib/db/new-id'
import type { Context } from '@/lib/log/context'
import { linksUntil } from '@/lib/proof/chain'
import { type ChosenRead, checkChosenRead, type Measured } from '@/lib/proof/checks/chosen-read'
import { type EndedRun, subjectOf, toProof } from '@/lib/proof/keep-proof'
import type { ProofLink } from '@/lib/proof/link'
import { newProgress, runChain } from '@/lib/proof/run-chain'
import { toSubject } from '@/lib/proof/run-proof'
import type { CheckScope, Found } from '@/lib/proof/scope'
import { toStepStates } from '@/lib/proof/step-states'

/** Links that tell more than whether it works: asking F&O for them every few minutes is unkind. */
const leftOut: ReadonlySet<string> = new Set([
  'user-roles',
  'company',
  'service-document',
  'entity-read',
  'cross-company',
  'version',
  'throttling-priority',
  'headroom',
])

/** The link that a proof with a chosen read ends with. */
export const chosenReadId = 'chosen-read'

export type ProveReadInput = Readonly<{
  connectionId: string
  read: ChosenRead
  /** Whether this proof is worth keeping; where the steps stand is kept in any case. */
  shouldKeep: (proof: Proof) => boolean
}>

/** A proof with a chosen read, and what was measured on the way. */
export type ReadProof = Readonly<{
  proof: Proof
  isKept: boolean
  firstBreak: Check | null
  /** Of the chosen read alone; null where it was not reached or gave no rows. */
  latencyMs: number | null
  rows: number | null
  /** Calls of F&O's OData, and how many of them were answered 429. */
  calls: number
  throttled: number
}>

/**
 * Proves a connection as far as a read that its owner chose, without waiting for anything to heal.
 *
 * @throws {ConnectionError} `not_found`, also where the connection was deleted meanwhile
 */
export async function proveRead(ctx: Context, input: ProveReadInput): Promise<ReadProof> {
  const connection = await requireConnection(ctx, input.connectionId)
  const subject = await toSubject(ctx, connection)
  const measured: Measured = { latencyMs: null, rows: null }
  const links = linksFor(input.read, measured)
  const progress = newProgress()
  const count = { calls: 0, throttled: 0 }
  const onAnswer = (status: number) => {
    count.calls += 1
    if (status === 429) count.throttled += 1
  }
  const keeper = { ...tokenKeeper(ctx, connection.id), onAnswer }
  const scopeWith = (found: Partial<Found>): Omit<CheckScope, 'tries'> => ({
    subject,
    found,
    now: ctx.now,
    signal: ctx.signal,
    keeper,
  })
  const startedAt = ctx.now()
  for await (const _event of runChain(
    { links, scopeWith, waitSeconds: 0, log: ctx.log },
    progress,
  ));

  const run = { id: newId('prf'), until: 'trust', startedAt, connection, links, progress } as const
  const proof = toProof(run, ctx.now())
  const isKept = proof.verdict !== 'cancelled' && input.shouldKeep(proof)
  if (isKept) await saveProof(ctx, proof)
  if (proof.verdict !== 'cancelled') await keepSteps(ctx, run)
  return { proof, isKept, firstBreak: progress.firstBreak ?? null, ...measured, ...count }
}

function linksFor(read: ChosenRead, measured: Measured): ProofLink[] {
  const chosen: ProofLink = {
    id: chosenReadId,
    step: 'trust',
    from: 'trust',
    asks: 'environment',
    timeoutMs: 130_000,
    title: 'The chosen rows can be read',
    run: (scope) => checkChosenRead(scope, read, measured),
  }
  return [...linksUntil('trust').filter(({ id }) => !leftOut.has(id)), chosen]
}

/** A step that stands where it stood keeps its words: a fuller proof had more to say. */
async function keepSteps(ctx: Context, run: EndedRun): Promise<void> {
  const current = await requireConnection(ctx, run.connection.id)
  // Whoever changed the connection meanwhile has made the verdict one of something else.
  if (subjectOf(current) !== subjectOf(run.connection)) return
  const { checks, firstBreak } = run.progress
  const at = ctx.now()
  const after = toStepStates({ chain: run.links, checks, firstBreak, before: current.steps, at })
  await saveStepStates(
    ctx,
    current.id,
    after.map((state) => settle(state, current.steps)),
  )
}

function settle(state: StepState, before: readonly StepState[]): StepState {
  const former = before.find(({ step }) => step === state.step)
  if (state.status !== 'passed' || former?.status !== 'passed') return state
  return { ...former, checkedAt: state.checkedAt }
}
