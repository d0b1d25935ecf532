import { ChevronDown } from 'lucide-react'
import { ChainLink } from '@/components/proof/chain-link'
import { type FoldedState, foldLinks, type Stretch } from '@/components/proof/fold-links'
import { isUnderWay, type Link, linksOf, type ProofRun } from '@/components/proof/proof-run'
import { slowestOf } from '@/components/proof/took'
import { cx } from '@/components/ui/cx'
import { StatusIcon } from '@/components/ui/status-icon'
import type { StepId } from '@/lib/steps/step'

type Props = Readonly<{
  run: ProofRun
  /** Those of the run's links to draw; all when left out. */
  links?: readonly Link[]
  connectionId: string
  /** Step whose page shows the chain: its links stay open, and its warnings unfold by themselves. */
  hereStep?: StepId | null
  className?: string
}>

/** The chain of a run, link under link, as it lives; a failed link shows its diagnosis in place. */
export function Chain({
  run,
  links = linksOf(run),
  connectionId,
  hereStep = null,
  className,
}: Props) {
  if (links.length === 0) return null
  const slowestMs = slowestOf(links)
  const stretches: Stretch[] = isUnderWay(run)
    ? [{ kind: 'open', links }]
    : foldLinks(links, hereStep)
  const draw = (link: Link) => (
    <ChainLink
      key={link.id}
      link={link}
      slowestMs={slowestMs}
      connectionId={connectionId}
      hereStep={hereStep}
    />
  )
  return (
    <ol aria-label="Checks" className={cx('divide-y divide-line', className)}>
      {stretches.map((stretch) =>
        stretch.kind === 'open' ? (
          stretch.links.map(draw)
        ) : (
          <li key={stretch.links[0]?.id}>
            <details className="group/fold">
              <FoldSummary state={stretch.state} links={stretch.links} />
              <ol className="divide-y divide-line border-line border-t bg-sunken/50">
                {stretch.links.map(draw)}
              </ol>
            </details>
          </li>
        ),
      )}
    </ol>
  )
}

const foldWords: Readonly<Record<FoldedState, string>> = {
  passed: 'checks of other steps passed',
  blocked: 'checks were not reached',
  cancelled: 'checks were not run to their end',
}

type FoldProps = Readonly<{ state: FoldedState; links: readonly Link[] }>

function FoldSummary({ state, links }: FoldProps) {
  return (
    <summary className="-outline-offset-2 flex list-none items-start gap-3 px-4 py-2.5 hover:bg-sunken sm:px-5 [&::-webkit-details-marker]:hidden">
      <StatusIcon status={state} silent className="mt-0.5" />
      <span className="min-w-0 flex-1">
        <span className={cx('block', state === 'passed' ? 'font-medium' : 'text-muted')}>
          {links.length} {foldWords[state]}
        </span>
        {state === 'blocked' ? (
          <span className="block text-muted text-sm">{whyBlocked(links)}</span>
        ) : null}
      </span>
      <ChevronDown
        aria-hidden="true"
        className="mt-1 size-4 shrink-0 text-muted transition-transform duration-100 group-open/fold:rotate-180"
      />
    </summary>
  )
}

/** All links of such a row wait for the same one. */
function whyBlocked([first]: readonly Link[]): string | null {
  return first && 'check' in first ? first.check.summary.replace(/^Not reached: /, '') : null
}
