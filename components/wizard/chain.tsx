import { ChevronDown } from 'lucide-react'
import { StatusIcon } from '@/components/ui/status-icon'
import { ChainLink } from '@/components/wizard/chain-link'
import { foldLinks, type Stretch } from '@/components/wizard/fold-links'
import type { Link } from '@/components/wizard/proof-run'
import type { StepId } from '@/lib/steps/step'

type Props = Readonly<{
  links: readonly Link[]
  step: StepId
  /** True once the run has ended: what needs no reading is folded then. */
  ended: boolean
}>

/** The chain of a run, link under link, as it lives. */
export function Chain({ links, step, ended }: Props) {
  const stretches: Stretch[] = ended ? foldLinks(links, step) : [{ kind: 'open', links }]
  return (
    <ol aria-label="Checks" className="divide-y divide-line rounded-md border border-line">
      {stretches.map((stretch) =>
        stretch.kind === 'open' ? (
          stretch.links.map((link) => <ChainLink key={link.id} link={link} />)
        ) : (
          <Folded key={stretch.links[0]?.id} stretch={stretch} />
        ),
      )}
    </ol>
  )
}

type FoldedProps = Readonly<{ stretch: Extract<Stretch, { kind: 'folded' }> }>

function Folded({ stretch }: FoldedProps) {
  const { state, links } = stretch
  return (
    <li>
      <details className="group/fold">
        <summary className="flex list-none items-center gap-3 px-4 py-2.5 hover:bg-sunken [&::-webkit-details-marker]:hidden">
          <StatusIcon status={state} silent />
          <span className="min-w-0 flex-1 font-medium">
            {state === 'passed'
              ? `${links.length} checks of other steps passed`
              : `${links.length} checks were not reached`}
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-4 text-muted transition-transform duration-100 group-open/fold:rotate-180"
          />
        </summary>
        <ol className="divide-y divide-line border-line border-t bg-sunken/50">
          {links.map((link) => (
            <ChainLink key={link.id} link={link} />
          ))}
        </ol>
      </details>
    </li>
  )
}
