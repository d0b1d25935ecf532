import type { StepId } from '@/lib/steps/step'

/**
 * Seconds that a check which may heal by itself is tried again. Entra takes up a new secret within
 * a minute and a consent within two; F&O knows a new registration at once, so a longer wait there would
 * only keep the diagnosis from whoever has not registered yet.
 */
export const waitSeconds: Readonly<Record<StepId, number>> = {
  register: 30,
  secret: 60,
  permissions: 120,
  credentials: 60,
  trust: 30,
}
