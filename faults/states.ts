import type { FaultState } from '@/faults/state'
import { entraStates } from '@/faults/states/entra'
import { entraCodeStates } from '@/faults/states/entra-codes'
import { ownSideStates } from '@/faults/states/own-side'

/** Every broken state, in the order in which it is printed. */
export const faultStates: readonly FaultState[] = [
  ...ownSideStates,
  ...entraStates,
  ...entraCodeStates,
]

/** Ports that all states together take. */
export const slotsNeeded = 100
