'use client'

import type { ReactNode } from 'react'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'
import { ExplorerFrame } from '@/components/explorer/explorer-frame'

type Props = Readonly<{ connectionId: string; connectionName: string; children: ReactNode }>

/** The explorer with the view of diagnoses that belongs to another pillar. */
export function ExplorerShell(props: Props) {
  return <ExplorerFrame {...props} Diagnosis={DiagnosisCard} />
}
