'use client'

import { useEffect, useRef } from 'react'
import { paths } from '@/components/shell/paths'
import { Ago } from '@/components/ui/ago'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { Chain } from '@/components/wizard/chain'
import type { Missing } from '@/components/wizard/missing'
import { isUnderWay, type ProofRun } from '@/components/wizard/proof-run'
import { RunAnnouncer } from '@/components/wizard/run-announcer'
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
  const verdict = useVerdictFocus(run)
  return (
    <Card
      title="Check this step"
      aside={run.phase === 'finished' ? <CheckedAt iso={run.proof.finishedAt} /> : null}
    >
      <span id="check" className="block scroll-mt-32" />
      <RunAnnouncer run={run} step={step} />
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
        <div className="flex flex-wrap gap-3">
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
        </div>
        {outcome.links.length > 0 ? (
          <Chain links={outcome.links} step={step} ended={!underWay} />
        ) : null}
        <div ref={verdict} tabIndex={-1} className="outline-none empty:hidden">
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

/** Moves the focus to the verdict once a run that was begun here has ended, unless it is in use. */
function useVerdictFocus(run: ProofRun) {
  const verdict = useRef<HTMLDivElement>(null)
  const wasUnderWay = useRef(false)
  useEffect(() => {
    const underWay = isUnderWay(run)
    if (wasUnderWay.current && !underWay) moveFocus(verdict.current)
    wasUnderWay.current = underWay
  }, [run])
  return verdict
}

function moveFocus(verdict: HTMLElement | null) {
  const focused = document.activeElement
  const typing = focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement
  if (typing || !verdict) return
  const next = verdict.querySelector<HTMLElement>('[data-continue]') ?? verdict
  next.focus({ preventScroll: true })
  verdict.scrollIntoView({ block: 'nearest' })
}
