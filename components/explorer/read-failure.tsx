import { ProblemCallout } from '@/components/data/problem-callout'
import { ProblemError } from '@/components/data/problem-error'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Button } from '@/components/ui/button'

type Props = Readonly<{
  error: unknown
  busy: boolean
  onRetry: () => void
  connectionId: string
  Diagnosis: DiagnosisView
}>

/** What went wrong upstream: its diagnosis where there is one, else the problem in words. */
export function ReadFailure({ error, busy, onRetry, connectionId, Diagnosis }: Props) {
  const problem = error instanceof ProblemError ? error.problem : undefined
  const retry = (
    <Button size="sm" busy={busy} onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <div className="flex min-h-0 max-w-3xl flex-1 flex-col items-start gap-3 overflow-y-auto p-4">
      <h2 className="sr-only">F&amp;O could not be read</h2>
      {problem?.diagnosis ? (
        <>
          <div role="alert" className="w-full">
            <Diagnosis
              diagnosis={problem.diagnosis}
              failure={problem.failure ?? null}
              connectionId={connectionId}
            />
          </div>
          {retry}
        </>
      ) : (
        <ProblemCallout error={error} className="w-full">
          {retry}
        </ProblemCallout>
      )}
    </div>
  )
}
