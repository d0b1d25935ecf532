import type { FaultState } from '@/faults/state'
import { assertionStates } from '@/faults/states/assertions'
import { authorityStates } from '@/faults/states/authority'
import { certificateStates } from '@/faults/states/certificate'
import { entraStates } from '@/faults/states/entra'
import { entraCodeStates } from '@/faults/states/entra-codes'
import { environmentStates } from '@/faults/states/environment'
import { finopsStates } from '@/faults/states/finops'
import { networkStates } from '@/faults/states/network'
import { ownSideStates } from '@/faults/states/own-side'
import { portalStates } from '@/faults/states/portal'
import { proxyStates } from '@/faults/states/proxy'
import { requestStates } from '@/faults/states/requests'
import { tokenStates } from '@/faults/states/token'
import { trustStates } from '@/faults/states/trust'

/** Every broken state, in the order in which it is listed. */
export const faultStates: readonly FaultState[] = [
  ...ownSideStates,
  ...networkStates,
  ...certificateStates,
  ...proxyStates,
  ...environmentStates,
  ...authorityStates,
  ...entraStates,
  ...entraCodeStates,
  ...requestStates,
  ...assertionStates,
  ...tokenStates,
  ...trustStates,
  ...portalStates,
  ...finopsStates,
]

/** Ports that all states together take. */
export const slotsNeeded = 80
