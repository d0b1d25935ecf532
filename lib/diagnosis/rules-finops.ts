import type { Rule } from '@/lib/diagnosis/rule'
import { finopsSignInRules } from '@/lib/diagnosis/rules-finops-access'
import { finopsAddressRules } from '@/lib/diagnosis/rules-finops-address'
import { finopsNeighbourRules } from '@/lib/diagnosis/rules-finops-neighbours'
import { finopsQueryRules } from '@/lib/diagnosis/rules-finops-query'
import { finopsRightsRules } from '@/lib/diagnosis/rules-finops-rights'
import { finopsServiceRules } from '@/lib/diagnosis/rules-finops-service'
import { finopsWriteRules } from '@/lib/diagnosis/rules-finops-write'

/** What F&O, or whatever answers under its address, can say. */
export const finopsRules: readonly Rule[] = [
  ...finopsSignInRules,
  ...finopsRightsRules,
  ...finopsAddressRules,
  ...finopsNeighbourRules,
  ...finopsQueryRules,
  ...finopsWriteRules,
  ...finopsServiceRules,
]
