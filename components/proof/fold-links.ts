import type { Link } from '@/components/proof/proof-run'
import type { StepId } from '@/lib/steps/step'

/** A stretch of the chain: links to draw, or a row of them that needs no reading. */
export type Stretch =
  | Readonly<{ kind: 'open'; links: readonly Link[] }>
  | Readonly<{ kind: 'folded'; state: FoldedState; links: readonly Link[] }>

/** What may stand in a row that needs no reading. */
export type FoldedState = 'passed' | 'blocked' | 'cancelled'

/** Fewer than this are drawn as they are. */
const foldedMin = 3

/**
 * Folds what needs no reading once a run has ended: rows that were not reached or not run and, on the page of
 * a step, rows of checks of other steps that passed. Whatever failed, warned or belongs to `step`
 * stays open; without a step all that was reached does.
 */
export function foldLinks(links: readonly Link[], step: StepId | null): Stretch[] {
  const stretches: { state: FoldedState | null; links: Link[] }[] = []
  for (const link of links) {
    const state = foldable(link, step)
    const last = stretches.at(-1)
    if (last && last.state === state) last.links.push(link)
    else stretches.push({ state, links: [link] })
  }
  return stretches.map(({ state, links: own }) =>
    state === null || own.length < foldedMin
      ? { kind: 'open', links: own }
      : { kind: 'folded', state, links: own },
  )
}

function foldable(link: Link, step: StepId | null): FoldedState | null {
  if (link.state === 'blocked' || link.state === 'cancelled') return link.state
  if (step === null || link.step === step) return null
  return link.state === 'passed' || link.state === 'skipped' ? 'passed' : null
}
