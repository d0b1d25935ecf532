'use client'

import { useEffect, useRef } from 'react'
import { Chain } from '@/components/proof/chain'
import { isUnderWay, type ProofRun } from '@/components/proof/proof-run'
import { RunAnnouncer } from '@/components/proof/run-announcer'
import { RunTotal } from '@/components/proof/run-total'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import type { Missing } from '@/components/wizard/missing'
import { stepOutcome } from '@/components/wizard/step-outcome'
import { Verdict } from '@/components/wizard/verdict'
import { type StepId, stepNumber } from '@/lib/steps/step'

type Props = Readonly<{
  connectionId: string
  step: StepId
  run: ProofRun
  onStart: () => void
  onCancel: () => void
  missing: Missing | null
  /** What the check does, in words. */
  about: string
}>

/** Checks the step: a button, the living chain, and what came of it. */
export function CheckPanel({ connectionId, step, run, missing, about, ...acts }: Props) {
  const outcome = stepOutcome(run, step)
  const underWay = isUnderWay(run)
  const result = useResultFocus(run)
  return (
    <Card
      title="Check this step"
      aside={run.phase === 'finished' ? <CheckedAt iso={run.proof.finishedAt} /> : null}
    >
      <span id="check" className="block scroll-mt-32" />
      <RunAnnouncer
        run={run}
        passed={outcome.passed ? 'This step has passed.' : 'The check has ended.'}
      />
      <div className="grid grid-cols-1 gap-4">
        <p className="max-w-prose text-muted">{about}</p>
        {missing ? (
          <p className="max-w-prose">
            {missing.text}{' '}
            {missing.page === step ? null : (
              <TextLink href={paths.setup(connectionId, missing.page)}>
                Go to step {stepNumber(missing.page)}
              </TextLink>
            )}
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant={outcome.passed ? 'secondary' : 'primary'}
            busy={underWay}
            disabled={missing !== null}
            onClick={acts.onStart}
          >
            {run.phase === 'idle' ? 'Check this step' : 'Check again'}
          </Button>
          {underWay ? (
            <Button variant="ghost" onClick={acts.onCancel}>
              Cancel
            </Button>
          ) : null}
          <RunTotal run={run} />
        </div>
        <div
          ref={result}
          tabIndex={-1}
          className="grid grid-cols-1 gap-4 outline-none empty:hidden"
        >
          <Chain
            run={run}
            links={outcome.links}
            connectionId={connectionId}
            hereStep={step}
            className="rounded-md border border-line"
          />
          <Verdict connectionId={connectionId} step={step} run={run} outcome={outcome} />
        </div>
      </div>
    </Card>
  )
}

function CheckedAt({ iso }: Readonly<{ iso: string }>) {
  return (
    <span className="text-muted text-sm">
      Checked <Ago iso={iso} />
    </span>
  )
}

/** Moves the focus to what came of a run that was begun here, unless the person is typing. */
function useResultFocus(run: ProofRun) {
  const result = useRef<HTMLDivElement>(null)
  const wasUnderWay = useRef(false)
  useEffect(() => {
    const underWay = isUnderWay(run)
    if (wasUnderWay.current && !underWay) moveFocus(result.current)
    wasUnderWay.current = underWay
  }, [run])
  return result
}

function moveFocus(result: HTMLElement | null) {
  const focused = document.activeElement
  const typing = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement
  if (typing || !result) return
  const next =
    result.querySelector<HTMLElement>('[data-diagnosis="failed"]') ??
    result.querySelector<HTMLElement>('[data-continue]') ??
    result
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}
