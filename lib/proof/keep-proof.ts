import { saveEntitySets } from '@/lib/connections/entity-sets'
import { saveProof } from '@/lib/connections/proofs'
import { requireConnection } from '@/lib/connections/require-connection'
import { saveStepStates } from '@/lib/connections/step-states'
import type { Connection, StepState } from '@/lib/contract/connection'
import type { Proof, ProofVerdict } from '@/lib/contract/proof'
import type { Context } from '@/lib/log/context'
import { chain } from '@/lib/proof/chain'
import type { ProofLink } from '@/lib/proof/link'
import { blockTheRest, type ChainProgress } from '@/lib/proof/run-chain'
import { toSentence } from '@/lib/proof/sentence'
import { toStepStates } from '@/lib/proof/step-states'
import type { StepId } from '@/lib/steps/step'

/** A run that is over. */
export type EndedRun = Readonly<{
  id: string
  until: StepId
  startedAt: Date
  /** As it was when the run began. */
  connection: Connection
  links: readonly ProofLink[]
  progress: ChainProgress
}>

/** Keeps the proof, where the steps stand after it, and the entity sets that it saw. */
export async function keepProof(
  ctx: Context,
  run: EndedRun,
): Promise<{ proof: Proof; steps: StepState[] }> {
  blockTheRest(run.links, run.progress)
  const finishedAt = ctx.now()
  const proof = toProof(run, finishedAt)
  await saveProof(ctx, proof)

  const current = await requireConnection(ctx, run.connection.id)
  // Whoever changed the connection meanwhile has made the verdict one of something else.
  if (subjectOf(current) !== subjectOf(run.connection)) return { proof, steps: current.steps }

  const { checks, firstBreak, found } = run.progress
  const steps = toStepStates({ chain, checks, firstBreak, before: current.steps, at: finishedAt })
  await saveStepStates(ctx, current.id, steps)
  if (found.entitySets) await saveEntitySets(ctx, current.id, found.entitySets)
  return { proof, steps }
}

/** The proof that a run amounts to. */
export function toProof(run: EndedRun, finishedAt: Date): Proof {
  const { checks, firstBreak, found } = run.progress
  const verdict = verdictOf(run.progress)
  const { name, id: connectionId } = run.connection
  return {
    id: run.id,
    connectionId,
    until: run.until,
    startedAt: run.startedAt.toISOString(),
    finishedAt: finishedAt.toISOString(),
    verdict,
    sentence: toSentence({ name, until: run.until, verdict, checks, firstBreak, found }),
    firstBreak: firstBreak?.id ?? null,
    checks: [...checks],
  }
}

function verdictOf({ firstBreak, cancelled }: ChainProgress): ProofVerdict {
  if (firstBreak) return 'failed'
  return cancelled ? 'cancelled' : 'passed'
}

/** What a verdict is about, as one comparable text. */
export function subjectOf(connection: Connection): string {
  const { environmentUrl, cloud, authorityUrl, tenantId, clientId, credential } = connection
  return JSON.stringify([environmentUrl, cloud, authorityUrl, tenantId, clientId, credential?.id])
}
