import type { Slip, SlipOthers } from '@/lib/steps/slip'
import { findAddressSlips, findResourceSlips } from '@/lib/steps/slips-address'
import { findClientIdSlips, findTenantIdSlips } from '@/lib/steps/slips-ids'
import { findSecretSlips } from '@/lib/steps/slips-secret'

/** The inputs in which slips are looked for. */
export type SlipField = 'environmentUrl' | 'tenantId' | 'clientId' | 'secret' | 'resource'

const lengthMax = 4000

/**
 * Finds what was probably mistyped or mispasted, most telling first; empty when nothing stands out.
 *
 * Never throws, and never repeats a secret in a message. Only the first 4,000 characters are read.
 */
export function findSlips(
  input: Readonly<{ field: SlipField; value: string; others?: SlipOthers }>,
): Slip[] {
  const value = input.value.slice(0, lengthMax)
  const others = input.others ?? {}
  switch (input.field) {
    case 'environmentUrl':
      return findAddressSlips(value)
    case 'resource':
      return findResourceSlips(value)
    case 'tenantId':
      return findTenantIdSlips(value, others)
    case 'clientId':
      return findClientIdSlips(value, others)
    case 'secret':
      return findSecretSlips(value, others)
  }
}
