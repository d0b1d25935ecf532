'use client'

import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { RowsPanel } from '@/components/explorer/rows-panel'

/** The rows with the view of diagnoses that belongs to another pillar. */
export function RowsView(props: Readonly<{ connectionId: string; entitySet: string }>) {
  return <RowsPanel {...props} Diagnosis={DiagnosisCard} />
}
