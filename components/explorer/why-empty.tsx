'use client'

import { Rows3, SearchX, Square } from 'lucide-react'
import { ProblemCallout } from '@/components/data/problem-callout'
import type { RowsRequest } from '@/components/explorer/read-rows'
import { useWhyEmpty } from '@/components/explorer/use-why-empty'
import { WhyEmptyProbes } from '@/components/explorer/why-empty-probes'
import type { WhyEmptyRun } from '@/components/explorer/why-empty-run'
import { WhyEmptyVerdict } from '@/components/explorer/why-empty-verdict'
import type { DiagnosisView } from '@/components/shell/diagnosis-view'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Code } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { whyEmptyReadsMax } from '@/lib/contract/why-empty'

type Props = Readonly<{
  connectionId: string
  request: RowsRequest
  onRun: (options: string) => void
  Diagnosis: DiagnosisView
}>

/** Stands where rows would be: none came, and one press finds out why. */
export function WhyEmpty({ connectionId, request, onRun, Diagnosis }: Props) {
  const { run, start, cancel } = useWhyEmpty(connectionId, request)
  if (run.phase === 'idle') return <NoRows onAsk={start} />
  return (
    <section
      aria-label="Why is it empty?"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto overscroll-contain p-4 -outline-offset-2 sm:p-6"
    >
      <header className="flex min-h-10 max-w-4xl flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {/* The button that was pressed is gone: the focus goes where its answer will be. */}
        <h2
          ref={run.phase === 'running' ? takeFocus : null}
          tabIndex={-1}
          className="text-lg font-semibold outline-none"
        >
          Why is it empty?
        </h2>
        {run.phase === 'running' ? (
          <Button onClick={cancel} size="sm">
            <Square aria-hidden="true" />
            Cancel
          </Button>
        ) : (
          <Button onClick={start} size="sm">
            Ask again
          </Button>
        )}
      </header>
      <p role="status" className="sr-only">
        {announcement(run)}
      </p>
      <div className="grid max-w-4xl grid-cols-1 items-start gap-5 min-[110rem]:max-w-none min-[110rem]:grid-cols-[minmax(0,56rem)_minmax(0,48rem)]">
        <End run={run} connectionId={connectionId} onRun={onRun} Diagnosis={Diagnosis} />
        <WhyEmptyProbes run={run} />
      </div>
    </section>
  )
}

function takeFocus(element: HTMLElement | null): void {
  element?.focus()
}

function NoRows({ onAsk }: Readonly<{ onAsk: () => void }>) {
  return (
    <div className="overflow-y-auto p-4 sm:p-6">
      <EmptyState
        icon={<Rows3 />}
        title="No rows"
        action={
          <Button variant="primary" onClick={onAsk}>
            <SearchX aria-hidden="true" />
            Why is it empty?
          </Button>
        }
      >
        <p>
          F&amp;O answered, with nothing in it. A wrong company, a value that no row has and missing
          rights all look like this. At most {whyEmptyReadsMax} small reads tell them apart; nothing
          is changed.
        </p>
      </EmptyState>
    </div>
  )
}

type EndProps = Readonly<{
  run: Exclude<WhyEmptyRun, { phase: 'idle' }>
  connectionId: string
  onRun: (options: string) => void
  Diagnosis: DiagnosisView
}>

/** What the inquiry came to; nothing while it is under way. */
function End({ run, connectionId, onRun, Diagnosis }: EndProps) {
  switch (run.phase) {
    case 'running':
      return null
    case 'finished':
      return <WhyEmptyVerdict verdict={run.verdict} filter={run.filter} onRun={onRun} />
    case 'refused':
      return (
        <Diagnosis diagnosis={run.diagnosis} failure={run.failure} connectionId={connectionId} />
      )
    case 'cancelled':
      return (
        <Callout tone="neutral" title="Cancelled">
          What was found until then stands below. F&amp;O was told to stop, too.
        </Callout>
      )
    case 'broken':
      return <ProblemCallout error={run.error} />
    case 'aborted':
      return (
        <Callout tone="danger" title={run.title}>
          Request <Code>{run.requestId}</Code>
        </Callout>
      )
  }
}

function announcement(run: WhyEmptyRun): string {
  switch (run.phase) {
    case 'idle':
      return ''
    case 'running':
      return run.asking ? `Read ${run.asking.number}: ${run.asking.what}` : 'Asking.'
    case 'finished':
      return run.verdict.title
    case 'refused':
      return run.diagnosis.title
    case 'cancelled':
      return 'Cancelled.'
    case 'broken':
    case 'aborted':
      return 'It broke off.'
  }
}
