'use client'

import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { ExportsPage } from '@/components/explorer/exports/exports-page'

type Props = Readonly<{ connectionId: string; connectionName: string }>

/** The exports with the view of diagnoses that belongs to another pillar. */
export function ExportsView(props: Props) {
  return <ExportsPage {...props} Diagnosis={DiagnosisCard} />
}
