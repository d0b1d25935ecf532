import { type FaultState, failed } from '@/faults/state'
import type { StepId } from '@/lib/steps/step'

type Row = readonly [code: number, check: 'app' | 'token', step: StepId | null, rule: string]

/**
 * Refusals that a person asks the practice tenant for. Where Entra looks at the app before the
 * secret, the question for the app meets them; else they come once the secret was found good.
 */
const rows: readonly Row[] = [
  [7000229, 'app', 'register', 'entra.app-without-principal'],
  [700025, 'app', 'register', 'entra.app-is-public-client'],
  [50003, 'token', 'register', 'entra.app-signing-key-missing'],
  [70002, 'token', 'secret', 'entra.credential-refused'],
  [700211, 'token', 'secret', 'entra.federation-issuer'],
  [700212, 'token', 'secret', 'entra.federation-audience'],
  [700213, 'token', 'secret', 'entra.federation-subject'],
  [65001, 'token', 'permissions', 'entra.consent-missing'],
  [90094, 'token', 'permissions', 'entra.consent-missing'],
  [501051, 'token', 'permissions', 'entra.role-not-assigned'],
  [650056, 'token', 'permissions', 'entra.permission-not-listed'],
  [650057, 'token', 'permissions', 'entra.permission-not-listed'],
  [500014, 'token', null, 'entra.resource-disabled'],
  [650052, 'token', 'credentials', 'entra.resource-not-subscribed'],
  [90009, 'token', 'credentials', 'entra.token-for-itself'],
  [50194, 'app', 'credentials', 'entra.tenant-common'],
  [90038, 'app', 'credentials', 'entra.tenant-other-cloud'],
  [900382, 'app', 'credentials', 'entra.tenant-other-cloud'],
  [9002313, 'app', 'credentials', 'entra.request-malformed'],
  [53003, 'token', null, 'entra.conditional-access'],
  [530035, 'token', null, 'entra.security-defaults'],
  [500021, 'app', null, 'entra.tenant-restrictions'],
  [500212, 'token', null, 'entra.cross-tenant-policy'],
  [5000224, 'app', null, 'entra.tenant-blocked'],
  [50053, 'app', null, 'entra.address-blocked'],
  [50196, 'app', null, 'entra.loop'],
  [90024, 'app', null, 'entra.throttled'],
  [90033, 'app', null, 'entra.service-trouble'],
]

export const entraCodeStates: readonly FaultState[] = rows.map(([code, check, step, rule]) => ({
  id: `entra-code-${code}`,
  broken: `Entra refuses the app with AADSTS${code}`,
  breakIt: async ({ change }) => {
    await change((_draft, own) => {
      own.refusal = code
    })
    return {}
  },
  truth: failed(check, step, rule),
}))
