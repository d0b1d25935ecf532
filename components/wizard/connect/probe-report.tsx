'use client'

import { useQuery } from '@tanstack/react-query'
import { ProblemCallout } from '@/components/data/problem-callout'
import { Button } from '@/components/ui/button'
import { StatusIcon } from '@/components/ui/status-icon'
import { ProbeLine } from '@/components/wizard/connect/probe-line'
import { useDiagnosisView } from '@/components/wizard/diagnosis-slot'
import { probeOf } from '@/components/wizard/queries'
import type { ProbeCheck } from '@/lib/contract/probe'

const planned = [
  'The address is one',
  'The host name resolves',
  'The host answers',
  'Its certificate is good',
  'It is Finance & Operations',
  'It names its tenant and cloud',
]

/** What the address answered, check by check, while it is asked and after. */
export function ProbeReport({ environmentUrl }: Readonly<{ environmentUrl: string }>) {
  const probe = useQuery(probeOf(environmentUrl))
  if (probe.isError) {
    return (
      <ProblemCallout error={probe.error}>
        <Button size="sm" onClick={() => void probe.refetch()}>
          Try again
        </Button>
      </ProblemCallout>
    )
  }
  return (
    <section aria-label="What this address is" className="grid grid-cols-1 gap-4">
      <p role="status" className="sr-only">
        {probe.isFetching ? 'Asking the address what it is.' : words(probe.data?.checks ?? [])}
      </p>
      <ol className="divide-y divide-line rounded-md border border-line">
        {probe.data && !probe.isFetching
          ? probe.data.checks.map((check) => <ProbeLine key={check.id} check={check} />)
          : planned.map((title) => (
              <li key={title} className="flex min-h-[4.125rem] items-center gap-3 px-4 text-muted">
                <StatusIcon status="running" silent />
                {title}
              </li>
            ))}
      </ol>
      {probe.data && !probe.isFetching ? <ProbeDiagnoses checks={probe.data.checks} /> : null}
      {probe.data && !probe.data.isFinops ? (
        <div>
          <Button busy={probe.isFetching} onClick={() => void probe.refetch()}>
            Ask again
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function ProbeDiagnoses({ checks }: Readonly<{ checks: readonly ProbeCheck[] }>) {
  const DiagnosisView = useDiagnosisView()
  return checks.map((check) =>
    check.diagnosis ? (
      <DiagnosisView
        key={check.id}
        diagnosis={check.diagnosis}
        failure={check.failure}
        tone={check.verdict === 'failed' ? 'failed' : 'warned'}
      />
    ) : null,
  )
}

function words(checks: readonly ProbeCheck[]): string {
  const broken = checks.find((check) => check.verdict === 'failed')
  if (broken) return `${broken.title}: ${broken.summary}`
  return checks.length > 0 ? 'The address is Finance & Operations.' : ''
}
