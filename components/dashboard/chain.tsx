import { ChainLink } from '@/components/dashboard/chain-link'
import type { Run, RunLink } from '@/components/dashboard/proof-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { StatusIcon } from '@/components/ui/status-icon'

type Props = Readonly<{ run: Run; connectionId: string; Diagnosis: DiagnosisView }>

/** All links of a run, from the host name to a row of data; those never reached share one line. */
export function Chain({ run, connectionId, Diagnosis }: Props) {
  const reached = run.links.filter((link) => link.status !== 'blocked')
  const blocked = run.links.filter((link) => link.status === 'blocked')
  return (
    <ol aria-label="Checks" className="divide-y divide-line">
      {reached.map((link) => (
        <ChainLink key={link.id} link={link} connectionId={connectionId} Diagnosis={Diagnosis} />
      ))}
      {blocked.length > 0 ? <NotReached links={blocked} /> : null}
    </ol>
  )
}

function NotReached({ links }: Readonly<{ links: readonly RunLink[] }>) {
  return (
    <li className="flex gap-3 px-5 py-2.5 text-muted">
      <StatusIcon status="blocked" silent={true} className="mt-0.5" />
      <div className="min-w-0">
        <p>
          {links.length === 1
            ? '1 check was not reached'
            : `${links.length} checks were not reached`}
        </p>
        <p className="text-sm">{links.map((link) => link.title).join(' · ')}</p>
      </div>
    </li>
  )
}
