import { linksOf, type ProofRun } from '@/components/wizard/proof-run'
import { stepOutcome } from '@/components/wizard/step-outcome'
import type { StepId } from '@/lib/steps/step'

/** Tells a screen reader, politely, what the drawn chain shows. */
export function RunAnnouncer({ run, step }: Readonly<{ run: ProofRun; step: StepId }>) {
  return (
    <p role="status" className="sr-only">
      {words(run, step)}
    </p>
  )
}

function words(run: ProofRun, step: StepId): string {
  switch (run.phase) {
    case 'idle':
      return ''
    case 'starting':
      return 'The check begins.'
    case 'running': {
      const waiting = linksOf(run).find((link) => link.state === 'waiting')
      if (waiting?.state === 'waiting') return `Waiting for ${waiting.waiting.reason}.`
      const running = linksOf(run).find((link) => link.state === 'running')
      return running ? `Checking: ${running.title}.` : 'Checking.'
    }
    case 'finished': {
      const { broke, passed } = stepOutcome(run, step)
      if (broke) return `The check failed: ${broke.diagnosis?.title ?? broke.summary}`
      return passed ? 'This step has passed.' : 'The check has ended.'
    }
    case 'cancelled':
      return 'The check was cancelled.'
    case 'broken':
      return `The check stopped: ${run.title}`
  }
}
