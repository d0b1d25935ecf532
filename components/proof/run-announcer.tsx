import { firstBreak, linksOf, type ProofRun } from '@/components/proof/proof-run'

type Props = Readonly<{
  run: ProofRun
  /** What is said of a run that ended without a break. */
  passed: string
}>

/** Tells a screen reader, politely, what the drawn chain shows. */
export function RunAnnouncer({ run, passed }: Props) {
  return (
    <p role="status" className="sr-only">
      {words(run, passed)}
    </p>
  )
}

function words(run: ProofRun, passed: string): string {
  switch (run.phase) {
    case 'idle':
      return ''
    case 'starting':
      return 'The check begins.'
    case 'running':
      return wordsUnderWay(run)
    case 'finished': {
      const broke = firstBreak(linksOf(run))
      return broke ? `The check failed: ${broke.diagnosis?.title ?? broke.summary}` : passed
    }
    case 'cancelled':
      return 'The check was cancelled.'
    case 'broken':
      return `The check stopped: ${run.title}`
  }
}

function wordsUnderWay(run: ProofRun): string {
  for (const link of linksOf(run)) {
    if (link.state === 'waiting') return `Waiting for ${link.waiting.reason}.`
    if (link.state === 'running') return `Checking: ${link.title}.`
  }
  return 'Checking.'
}
