import { credentialsGuide } from '@/lib/steps/guide-credentials'
import { permissionsGuide } from '@/lib/steps/guide-permissions'
import { registerGuide } from '@/lib/steps/guide-register'
import { secretGuide } from '@/lib/steps/guide-secret'
import type { GuideBody, GuideFacts, StepGuide } from '@/lib/steps/guide-shape'
import { trustGuide } from '@/lib/steps/guide-trust'
import { type StepId, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

const bodies: Readonly<Record<StepId, (facts: GuideFacts) => GuideBody>> = {
  register: registerGuide,
  secret: secretGuide,
  permissions: permissionsGuide,
  credentials: credentialsGuide,
  trust: trustGuide,
}

/** All that a person needs to do `step` in this connection's cloud, with its own values filled in. */
export function guideFor(step: StepId, facts: GuideFacts): StepGuide {
  return { step, number: stepNumber(step), title: stepTitle(step), ...bodies[step](facts) }
}
