import type { Connection } from '@/lib/contract/connection'
import type { StepId } from '@/lib/steps/step'

/** What has to be entered before a step can be checked, and on which page. */
export type Missing = Readonly<{ text: string; page: StepId }>

/** The first thing that the check of `step` cannot do without; null when nothing is missing. */
export function missingFor(step: StepId, connection: Connection): Missing | null {
  if (!connection.clientId || !connection.tenantId) {
    return { text: 'The client id and the tenant id are needed first.', page: 'register' }
  }
  if (step !== 'register' && !connection.credential) {
    return { text: 'The secret is needed first.', page: 'secret' }
  }
  return null
}
