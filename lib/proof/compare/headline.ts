import type { Comparison } from '@/lib/contract/comparison'
import type { ProofSummary } from '@/lib/contract/proof'
import { changeClauses } from '@/lib/proof/compare/change-clauses'
import { whenWords } from '@/lib/proof/compare/when'
import { stepNumber } from '@/lib/steps/step'

/** What a headline is told from. */
export type HeadlineInput = Omit<Comparison, 'headline'> & Readonly<{ now: Date }>

/** So many changes are told; the others are counted. */
const toldMax = 2

/** What changed between two runs, in a sentence or two that a manager understands. */
export function toHeadline(input: HeadlineInput): string {
  const { before, after, now } = input
  const between = `Between ${pointOf(before, now)} and ${pointOf(after, now)}`
  return `${between} ${changes(input)}.${whatBroke(input)}`
}

function pointOf(run: ProofSummary, now: Date): string {
  return `${whenWords(run.finishedAt, now)} (${outcome(run)})`
}

function outcome({ verdict, brokenStep }: ProofSummary): string {
  switch (verdict) {
    case 'passed':
      return 'worked'
    case 'cancelled':
      return 'cancelled'
    case 'failed':
      return brokenStep ? `failed at step ${stepNumber(brokenStep)}` : 'failed'
  }
}

function changes(input: HeadlineInput): string {
  const clauses = changeClauses(input)
  if (clauses.length === 0) return 'nothing changed that Fivestep can see from here'
  const told = clauses.slice(0, toldMax)
  const more = clauses.length - told.length
  return listed(
    more === 0
      ? told
      : [...told, more === 1 ? 'one thing more changed' : `${more} things more changed`],
  )
}

/** Why the later run broke, where the earlier one had not broken at the same place. */
function whatBroke({ after, links }: HeadlineInput): string {
  if (after.verdict !== 'failed') return ''
  const broke = links.find((link) => link.after?.verdict === 'failed')
  if (!broke?.after || broke.before?.verdict === 'failed') return ''
  return ` What broke: ${broke.after.says.replace(/\.$/, '')}.`
}

function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')}, and ${last}`
}
