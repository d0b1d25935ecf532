import type { Rule } from '@/lib/diagnosis/rule'
import { entraAppRules } from '@/lib/diagnosis/rules-entra-app'
import { entraConsentRules, entraPolicyRules } from '@/lib/diagnosis/rules-entra-consent'
import { entraResourceRules } from '@/lib/diagnosis/rules-entra-resource'
import {
  entraCertificateRules,
  entraFederationRules,
  entraSecretRules,
} from '@/lib/diagnosis/rules-entra-secret'
import { entraServiceRules, entraUserRules } from '@/lib/diagnosis/rules-entra-service'
import { entraTenantRules } from '@/lib/diagnosis/rules-entra-tenant'

/** What Entra answers with an AADSTS code. */
export const entraRules: readonly Rule[] = [
  ...entraAppRules,
  ...entraSecretRules,
  ...entraCertificateRules,
  ...entraFederationRules,
  ...entraConsentRules,
  ...entraTenantRules,
  ...entraResourceRules,
  ...entraPolicyRules,
  ...entraServiceRules,
  ...entraUserRules,
]
