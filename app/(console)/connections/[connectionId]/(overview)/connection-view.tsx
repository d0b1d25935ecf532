'use client'

import { ConnectionOverview } from '@/components/dashboard/connection-overview'
import { DiagnosisCard } from '@/components/diagnosis/diagnosis-card'

/** The two pillars of the page put together: neither knows of the other. */
export function ConnectionView({ connectionId }: Readonly<{ connectionId: string }>) {
  return <ConnectionOverview connectionId={connectionId} Diagnosis={DiagnosisCard} />
}
