'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { connectionOf, proofsOf } from '@/components/data/connection-queries'
import { isUnderWay } from '@/components/proof/proof-run'
import { useProofRun } from '@/components/proof/use-proof-run'
import { CheckPanel } from '@/components/wizard/check-panel'
import { IdsForm } from '@/components/wizard/ids-form'
import { StepIllustration } from '@/components/wizard/illustrations/step-illustration'
import { missingFor } from '@/components/wizard/missing'
import { Recap } from '@/components/wizard/recap'
import { SecretPanel } from '@/components/wizard/secret-panel'
import { StepGuide } from '@/components/wizard/step-guide'
import { StepHeader } from '@/components/wizard/step-header'
import { keptProof } from '@/components/wizard/step-outcome'
import { UserAdvice } from '@/components/wizard/user-advice'
import { waitSeconds } from '@/components/wizard/wait-seconds'
import { WizardFrame } from '@/components/wizard/wizard-frame'
import type { Connection, StepState } from '@/lib/contract/connection'
import { authorityOrigin } from '@/lib/steps/cloud'
import { guideFor } from '@/lib/steps/guide'
import type { StepId } from '@/lib/steps/step'

type Props = Readonly<{
  connectionId: string
  step: StepId
  /** Day on the server when the page was made; both sides compute with the same one. */
  todayIso: string
}>

/** One of the five pages: what to do, what to enter, and the check of it. */
export function StepPage({ connectionId, step, todayIso }: Props) {
  const { data: connection } = useSuspenseQuery(connectionOf(connectionId))
  const { data: kept } = useSuspenseQuery(proofsOf(connectionId))
  const state = stateOf(connection, step)
  const patience = useCallback(() => waitSeconds[step], [step])
  const proving = useProofRun({
    connectionId,
    until: step,
    waitSeconds: patience,
    kept: keptProof(kept.proofs, state),
  })
  const today = new Date(todayIso)
  const guide = guideFor(step, {
    ...connection,
    authorityOrigin: authorityOrigin(connection.cloud, connection.authorityUrl) ?? null,
    today,
  })
  return (
    <WizardFrame connection={connection} current={step} checking={isUnderWay(proving.run)}>
      <StepHeader guide={guide} state={state} connectionName={connection.name} />
      {step === 'credentials' ? null : (
        <StepGuide
          guide={guide}
          illustration={<StepIllustration guide={guide} connection={connection} today={today} />}
        />
      )}
      <StepInput connection={connection} step={step} today={today} onSaved={proving.start} />
      <CheckPanel
        connectionId={connectionId}
        step={step}
        run={proving.run}
        onStart={proving.start}
        onCancel={proving.cancel}
        missing={missingFor(step, connection)}
        about={guide.check}
      />
    </WizardFrame>
  )
}

type InputProps = Readonly<{
  connection: Connection
  step: StepId
  today: Date
  onSaved: () => void
}>

function StepInput({ connection, step, today, onSaved }: InputProps) {
  switch (step) {
    case 'register':
      return <IdsForm connection={connection} onSaved={onSaved} />
    case 'secret':
      return <SecretPanel connection={connection} today={today} onSaved={onSaved} />
    case 'permissions':
      return null
    case 'credentials':
      return <Recap connection={connection} />
    case 'trust':
      return <UserAdvice connection={connection} />
  }
}

function stateOf(connection: Connection, step: StepId): StepState {
  const found = connection.steps.find((state) => state.step === step)
  return found ?? { step, status: 'todo', summary: null, warnings: 0, checkedAt: null }
}
