import { Elapsed } from '@/components/proof/elapsed'
import { linksOf, type ProofRun } from '@/components/proof/proof-run'
import { tookOf, toTook } from '@/components/proof/took'

/** How far a run has come, and how long it has taken in all. */
export function RunTotal({ run }: Readonly<{ run: ProofRun }>) {
  const links = linksOf(run)
  if (links.length === 0) return null
  const ran = links.filter((link) => 'check' in link && link.state !== 'blocked').length
  const count = ran === links.length ? `${ran} checks` : `${ran} of ${links.length} checks`
  return (
    <span className="text-muted text-sm tabular-nums">
      {count} ·{' '}
      {run.phase === 'running' ? <Elapsed sinceIso={run.startedAt} /> : toTook(totalMs(run))}
    </span>
  )
}

function totalMs(run: ProofRun): number {
  if (run.phase === 'finished') {
    return Date.parse(run.proof.finishedAt) - Date.parse(run.proof.startedAt)
  }
  return linksOf(run).reduce((sum, link) => sum + (tookOf(link) ?? 0), 0)
}
