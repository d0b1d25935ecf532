import { toMoment } from '@/components/ui/duration'
import type { ProofSummary } from '@/lib/contract/proof'
import { stepNumber } from '@/lib/steps/step'

/** A run as one may choose it from a list. */
export type Choice = Readonly<{ value: string; label: string }>

type Asked = Readonly<{ before: string; after: string }>

/**
 * Which two runs are compared: those asked for, and where one is not, the newest run and the last
 * one before it that passed, or simply the one before it. Undefined where there are no two.
 */
export function chosenRuns(proofs: readonly ProofSummary[], asked: Asked): Asked | undefined {
  const after = asked.after || proofs.find((proof) => proof.id !== asked.before)?.id
  if (after === undefined) return undefined
  const place = proofs.findIndex((proof) => proof.id === after)
  const older = proofs.slice(place + 1)
  const others = older.length > 0 ? older : proofs.filter((proof) => proof.id !== after)
  const before =
    asked.before || (others.find((proof) => proof.verdict === 'passed') ?? others[0])?.id
  return before === undefined ? undefined : { before, after }
}

/** All runs to choose from; one that is asked for but lies further back is among them too. */
export function toChoices(proofs: readonly ProofSummary[], chosen: readonly string[]): Choice[] {
  const known = proofs.map((proof) => ({ value: proof.id, label: words(proof) }))
  const missing = chosen.filter((id) => !proofs.some((proof) => proof.id === id))
  return [...known, ...missing.map((id) => ({ value: id, label: `Run ${id}` }))]
}

function words({ finishedAt, verdict, brokenStep, until }: ProofSummary): string {
  const broke = verdict === 'failed' && brokenStep ? ` at step ${stepNumber(brokenStep)}` : ''
  const far = until === 'trust' ? '' : `, up to step ${stepNumber(until)}`
  return `${toMoment(finishedAt)}: ${verdict}${broke}${far}`
}
