import { ChainLink } from '@/components/dashboard/chain-link'
import type { Run } from '@/components/dashboard/proof-run'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'

type Props = Readonly<{ run: Run; connectionId: string; Diagnosis: DiagnosisView }>

/** All links of a run, from the host name to a row of data. */
export function Chain({ run, connectionId, Diagnosis }: Props) {
  return (
    <ol aria-label="Checks" className="divide-y divide-line">
      {run.links.map((link) => (
        <ChainLink key={link.id} link={link} connectionId={connectionId} Diagnosis={Diagnosis} />
      ))}
    </ol>
  )
}
