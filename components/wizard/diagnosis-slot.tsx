'use client'

import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'
import type { StepId } from '@/lib/steps/step'

/** What the wizard asks of whoever shows a diagnosis. */
export type DiagnosisView = ComponentType<
  Readonly<{
    diagnosis: Diagnosis
    failure: Failure | null
    tone?: 'failed' | 'warned'
    hereStep?: StepId | null
    connectionId?: string | null
  }>
>

const Slot = createContext<DiagnosisView | null>(null)

type Props = Readonly<{ view: DiagnosisView; children: ReactNode }>

/** Lends the wizard a view of diagnoses, which belong to another pillar. */
export function DiagnosisSlot({ view, children }: Props) {
  return <Slot value={view}>{children}</Slot>
}

/** The lent view. @throws {Error} outside a {@link DiagnosisSlot} */
export function useDiagnosisView(): DiagnosisView {
  const view = useContext(Slot)
  if (!view) throw new Error('the wizard was rendered outside its diagnosis slot')
  return view
}
