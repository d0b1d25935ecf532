import { listAudit } from '@/lib/audit/list-audit'
import { getLastPassed } from '@/lib/connections/proof-history'
import { requireProof } from '@/lib/connections/proofs'
import { requireConnection } from '@/lib/connections/require-connection'
import type { Comparison, ProofChanges } from '@/lib/contract/comparison'
import type { Proof, ProofSummary } from '@/lib/contract/proof'
import type { Context } from '@/lib/log/context'
import { compareProofs } from '@/lib/proof/compare/compare-proofs'
import { toConfigurationChanges } from '@/lib/proof/compare/configuration-changes'
import { toHeadline } from '@/lib/proof/compare/headline'
import { blamedStep } from '@/lib/proof/step-states'

/** Which run is compared; with the last one before it that passed where `since` is left out. */
export type ProofChangesInput = Readonly<{
  connectionId: string
  proofId: string
  since?: string | undefined
}>

/**
 * What changed between two runs of a connection, and what people changed of it meanwhile. The
 * older one counts as the one before, whichever was asked for.
 *
 * @throws {ConnectionError} `not_found` for the connection and for either proof
 */
export async function proofChanges(ctx: Context, input: ProofChangesInput): Promise<ProofChanges> {
  const { id } = await requireConnection(ctx, input.connectionId)
  const proof = await requireProof(ctx, id, input.proofId)
  const sinceId = input.since ?? (await getLastPassed(ctx, proof))
  if (sinceId === undefined) return { comparison: null }
  const other = await requireProof(ctx, id, sinceId)
  const [before, after] = other.finishedAt <= proof.finishedAt ? [other, proof] : [proof, other]
  return { comparison: await compare(ctx, before, after) }
}

async function compare(ctx: Context, before: Proof, after: Proof): Promise<Comparison> {
  const rows = await listAudit(ctx, {
    connectionId: after.connectionId,
    from: new Date(before.startedAt),
    to: new Date(after.finishedAt),
    things: ['connection', 'credential'],
  })
  const told = {
    before: toSummary(before),
    after: toSummary(after),
    links: compareProofs(before, after),
    configuration: toConfigurationChanges(rows),
  }
  return { ...told, headline: toHeadline({ ...told, now: ctx.now() }) }
}

function toSummary({ checks, ...proof }: Proof): ProofSummary {
  const broken = checks.find((check) => check.verdict === 'failed')
  return {
    ...proof,
    brokenStep: broken ? blamedStep(broken) : null,
    warnings: checks.filter((check) => check.verdict === 'warned').length,
  }
}
