import { findingRules } from '@/lib/diagnosis/finding-rules'
import type { Rule } from '@/lib/diagnosis/rule'
import { entraRules } from '@/lib/diagnosis/rules-entra'
import { finopsRules } from '@/lib/diagnosis/rules-finops'
import { authorityRules, lastRules } from '@/lib/diagnosis/rules-general'
import { graphRules } from '@/lib/diagnosis/rules-graph'
import { networkRules } from '@/lib/diagnosis/rules-network'

/** Everything that is known, in the order in which it is shown. */
export const allRules: readonly Rule[] = [
  ...entraRules,
  ...authorityRules,
  ...finopsRules,
  ...networkRules,
  ...graphRules,
  ...findingRules,
  ...lastRules,
]
