import { type FaultState, failed, type Truth } from '@/faults/state'
import type { FinopsFault } from '@/lib/sandbox/types'

type Row = readonly [fault: FinopsFault, broken: string, truth: Truth]

/** What a person can break for a whole environment on the page *Break things* of the portal. */
const rows: readonly Row[] = [
  [
    'throttled',
    'F&O is short of resources: it answers 429 with Retry-After',
    failed('trust', null, 'finops.throttled'),
  ],
  [
    'read_fails',
    'Every read of an entity fails with an X++ infolog',
    failed('entity-read', null, 'finops.server-error'),
  ],
  [
    'no_sets',
    'The service document names no entity set',
    failed('service-document', 'trust', 'proof.nothing-to-read'),
  ],
  [
    'garbage',
    'F&O answers with half of a JSON text',
    failed('trust', null, 'network.answer-malformed'),
  ],
  [
    'maintenance',
    'The environment is under maintenance',
    failed('finops', null, 'finops.maintenance-page', 'finops.maintenance'),
  ],
  [
    'bad_gateway',
    'The gateway in front of F&O gets no answer: 502',
    failed('finops', null, 'finops.bad-gateway'),
  ],
  [
    'gateway_timeout',
    'The gateway in front of F&O waits no longer: 504',
    failed('finops', null, 'finops.gateway-timeout'),
  ],
  [
    'firewall',
    'A firewall in front of F&O turns the call away: 403 with HTML',
    failed('finops', null, 'finops.firewall'),
  ],
  [
    'login_page',
    'The environment sends every caller to a sign-in page',
    failed('finops', 'credentials', 'finops.redirect-sign-in'),
  ],
]

export const portalStates: readonly FaultState[] = rows.map(([fault, broken, truth]) => ({
  id: `portal-${fault.replaceAll('_', '-')}`,
  broken,
  lane: 'contoso-prod',
  // The next state of the lane puts its own fault in this one's place.
  breakIt: async ({ change }) => {
    await change(({ environments }) => {
      environments['contoso-prod'].fault = fault
    })
    return {}
  },
  truth,
}))
