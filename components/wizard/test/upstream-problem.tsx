'use client'

import type { ReactNode } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { ProblemError } from '@/components/data/problem-error'
import { useDiagnosisView } from '@/components/wizard/diagnosis-slot'

type Props = Readonly<{ error: unknown; connectionId: string; children: ReactNode }>

/** A failed call to F&O by its diagnosis; any other error by its own words. */
export function UpstreamProblem({ error, connectionId, children }: Props) {
  const DiagnosisView = useDiagnosisView()
  const problem = error instanceof ProblemError ? error.problem : null
  if (!problem?.diagnosis) return <ProblemCallout error={error}>{children}</ProblemCallout>
  return (
    <div role="alert" className="grid gap-3">
      <DiagnosisView
        diagnosis={problem.diagnosis}
        failure={problem.failure ?? null}
        connectionId={connectionId}
      />
      <div>{children}</div>
    </div>
  )
}
