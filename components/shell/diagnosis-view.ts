import type { ComponentType } from 'react'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'

/** Shows a diagnosis. It belongs to another pillar, so the page hands it in. */
export type DiagnosisView = ComponentType<
  Readonly<{
    diagnosis: Diagnosis
    failure: Failure | null
    tone?: 'failed' | 'warned'
    connectionId?: string | null
  }>
>
