'use client'

import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { EntityPage } from '@/components/explorer/entity-page'

/** An entity set with the view of diagnoses that belongs to another pillar. */
export function EntityView(props: Readonly<{ connectionId: string; entitySet: string }>) {
  return <EntityPage {...props} Diagnosis={DiagnosisCard} />
}
