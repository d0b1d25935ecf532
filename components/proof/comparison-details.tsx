import { ArrowRight } from 'lucide-react'
import { LinkChangeRow } from '@/components/proof/link-change-row'
import { markKind } from '@/components/proof/run-mark'
import { paths } from '@/components/shell/paths'
import { toMoment } from '@/components/ui/duration'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import { TextLink } from '@/components/ui/text-link'
import type { Comparison, ConfigurationChange, LinkChange } from '@/lib/contract/comparison'
import type { ProofSummary } from '@/lib/contract/proof'

type Props = Readonly<{ connectionId: string; comparison: Comparison }>

/** Two runs side by side, what people changed in between, and each link that ended otherwise. */
export function ComparisonDetails({ connectionId, comparison }: Props) {
  const { before, after, headline, links, configuration } = comparison
  const told = links.filter((link) => !isConsequence(link))
  const consequences = links.filter(isConsequence)
  return (
    <>
      <p className="max-w-prose text-lg">{headline}</p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <RunLink connectionId={connectionId} run={before} />
        <ArrowRight aria-hidden="true" className="size-4 text-faint" />
        <span className="sr-only">compared with</span>
        <RunLink connectionId={connectionId} run={after} />
      </div>
      <Configuration changes={configuration} />
      {told.length > 0 ? (
        <div>
          <h3 className="mb-1 font-semibold text-sm">In the chain</h3>
          <ol className="divide-y divide-line rounded-md border border-line">
            {told.map((link) => (
              <LinkChangeRow key={link.checkId} link={link} />
            ))}
          </ol>
        </div>
      ) : null}
      {consequences.length > 0 ? (
        <p className="text-muted text-sm">{consequenceWords(consequences)}</p>
      ) : null}
    </>
  )
}

function RunLink({ connectionId, run }: Readonly<{ connectionId: string; run: ProofSummary }>) {
  return (
    <span className="flex items-center gap-1.5">
      <StatusIcon status={markKind(run)} silent className="size-4" />
      <TextLink href={paths.proof(connectionId, run.id)}>{toMoment(run.finishedAt)}</TextLink>
      <span className="text-muted">{statusWord(run.verdict)}</span>
    </span>
  )
}

function Configuration({ changes }: Readonly<{ changes: readonly ConfigurationChange[] }>) {
  return (
    <div>
      <h3 className="mb-1 font-semibold text-sm">In Fivestep, by people</h3>
      {changes.length === 0 ? (
        <p className="text-muted text-sm">Nobody changed this connection in between.</p>
      ) : (
        <ol className="grid gap-1 text-sm">
          {changes.map(({ at, who, what }) => (
            <li key={`${at} ${what}`}>
              <span className="font-medium">{who}</span> {what}{' '}
              <span className="text-muted tabular-nums">{toMoment(at)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

/** Not reached in one of the runs: that follows from the break, and is told as a number. */
function isConsequence({ before, after }: LinkChange): boolean {
  return before?.verdict === 'blocked' || after?.verdict === 'blocked'
}

function consequenceWords(links: readonly LinkChange[]): string {
  const lost = links.filter((link) => link.after?.verdict === 'blocked').length
  const gained = links.length - lost
  const parts = [
    lost > 0 ? `${counted(lost)} not reached in the later run` : '',
    gained > 0 ? `${counted(gained)} not reached in the earlier run` : '',
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

function counted(count: number): string {
  return count === 1 ? '1 check was' : `${count} checks were`
}
