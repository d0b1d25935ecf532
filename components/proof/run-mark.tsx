import type { ProofSummary } from '@/lib/contract/proof'

/** How a run is drawn in a history: each has a shape of its own beside its colour. */
export type MarkKind = 'passed' | 'warned' | 'failed' | 'cancelled'

/** A passed run with warnings is drawn as one that wants to be looked at. */
export function markKind({
  verdict,
  warnings,
}: Pick<ProofSummary, 'verdict' | 'warnings'>): MarkKind {
  return verdict === 'passed' && warnings > 0 ? 'warned' : verdict
}

export const markWords: Readonly<Record<MarkKind, string>> = {
  passed: 'Passed',
  warned: 'Passed with warnings',
  failed: 'Failed',
  cancelled: 'Cancelled',
}

/** One run as a sign of 12 by 24: a bar, a bar over a dot, a cross, or a ring. */
export function RunMark({ kind }: Readonly<{ kind: MarkKind }>) {
  return (
    <svg aria-hidden="true" viewBox="0 0 12 24" className="h-6 w-3">
      {shapes[kind]}
    </svg>
  )
}

const shapes: Readonly<Record<MarkKind, React.ReactNode>> = {
  passed: <rect x="3" y="2" width="6" height="20" rx="2" className="fill-success" />,
  warned: (
    <g className="fill-warning">
      <rect x="3" y="2" width="6" height="12" rx="2" />
      <rect x="3" y="16" width="6" height="6" rx="3" />
    </g>
  ),
  failed: (
    <path
      d="M1.5 7.5l9 9m0-9l-9 9"
      className="fill-none stroke-danger"
      strokeWidth="3"
      strokeLinecap="round"
    />
  ),
  cancelled: (
    <circle cx="6" cy="12" r="3.5" className="fill-none stroke-faint" strokeWidth="1.75" />
  ),
}
