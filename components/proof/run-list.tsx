import { ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { markKind } from '@/components/proof/run-mark'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { toMoment } from '@/components/ui/duration'
import { StatusIcon } from '@/components/ui/status-icon'
import type { ProofSummary } from '@/lib/contract/proof'
import { stepNumber } from '@/lib/steps/step'

type Props = Readonly<{ connectionId: string; proofs: readonly ProofSummary[] }>

/** A history as a list: how each run ended, in its sentence, and when. */
export function RunList({ connectionId, proofs }: Props) {
  return (
    <ol aria-label="Runs, newest first" className="divide-y divide-line">
      {proofs.map((proof) => (
        <li key={proof.id}>
          <Link
            href={paths.proof(connectionId, proof.id)}
            className="group -outline-offset-2 flex items-start gap-3 px-5 py-3 transition-colors hover:bg-sunken"
          >
            <StatusIcon status={markKind(proof)} className="mt-0.5" />
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2">{proof.sentence}</span>
              <span className="block text-muted text-sm tabular-nums">
                {toMoment(proof.finishedAt)}
                {proof.until === 'trust' ? '' : ` · up to step ${stepNumber(proof.until)}`}
              </span>
            </span>
            <span className="mt-0.5 flex shrink-0 items-center gap-2 text-faint text-sm">
              <Ago iso={proof.finishedAt} className="max-sm:hidden" />
              <ChevronRight aria-hidden="true" className="size-4 group-hover:text-ink" />
            </span>
          </Link>
        </li>
      ))}
    </ol>
  )
}
