import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'

const byStep = {
  register: 'the new app to become known to every Entra server',
  secret: 'the new secret to reach every Entra server',
  permissions: 'the new consent to take effect',
  credentials: 'the change to take effect',
  trust: 'Finance & Operations to take up the new registration',
} as const

/** What a check that is tried again waits for, as a clause. */
export function waitingFor(diagnosis: Diagnosis, failure: Failure | null): string {
  if (failure?.status === 429) return 'the service to accept calls again'
  if (failure?.status === 503) return 'the service to come back'
  return diagnosis.step ? byStep[diagnosis.step] : 'the answer to get better'
}
