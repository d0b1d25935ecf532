'use client'

import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { FileEntityPage } from '@/components/explorer/files/file-entity-page'

/** An entity set with the view of diagnoses that belongs to another pillar. */
export function FileEntityView(props: Readonly<{ fileId: string; entitySet: string }>) {
  return <FileEntityPage {...props} Diagnosis={DiagnosisCard} />
}
