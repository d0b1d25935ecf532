import type { Confidence } from '@/lib/diagnosis/diagnosis'
import type { Role } from '@/lib/steps/step'

/** Who can mend it, as people call them. */
export const roleWords: Readonly<Record<Role, string>> = {
  'entra-admin': 'An administrator of Microsoft Entra ID',
  'finops-admin': 'A system administrator of Finance & Operations',
  developer: 'Whoever builds the integration',
  'network-admin': 'Whoever runs the network of this server',
  'policy-owner': 'Whoever owns the access policies of the tenant',
  nobody: 'Nobody: it should pass by itself',
}

/** How sure the diagnosis is, said so that a guess never reads as a finding. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: 'This is certain: the answer says so.',
  likely: 'This is the likely cause; the answer fits others too.',
  possible: 'This is a guess: the answer says too little to be sure.',
}
