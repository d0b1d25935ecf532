import type { Rule } from '@/lib/diagnosis/rule'
import { finopsRightsRules, finopsSignInRules } from '@/lib/diagnosis/rules-finops-access'
import { finopsAddressRules } from '@/lib/diagnosis/rules-finops-address'
import { finopsQueryRules } from '@/lib/diagnosis/rules-finops-query'
import { finopsServiceRules } from '@/lib/diagnosis/rules-finops-service'
import { finopsWriteRules } from '@/lib/diagnosis/rules-finops-write'

/** What F&O, or whatever answers under its address, can say. */
export const finopsRules: readonly Rule[] = [
  ...finopsSignInRules,
  ...finopsRightsRules,
  ...finopsAddressRules,
  ...finopsQueryRules,
  ...finopsWriteRules,
  ...finopsServiceRules,
]
