import { z } from 'zod'

/** The five steps, in the order in which a person walks them. */
export const stepIds = ['register', 'secret', 'permissions', 'credentials', 'trust'] as const

/** One of the five steps. */
export const StepId = z.enum(stepIds)
export type StepId = z.infer<typeof StepId>

/**
 * Where a step stands: not begun, being checked, done, broken, waiting for a broken one, or unclear
 * since something that is no step's fault kept it from being checked.
 */
export const StepStatus = z.enum(['todo', 'checking', 'passed', 'failed', 'blocked', 'unclear'])
export type StepStatus = z.infer<typeof StepStatus>

/** Who can do a step, or mend what broke. */
export const Role = z.enum([
  'entra-admin',
  'finops-admin',
  'developer',
  'network-admin',
  'policy-owner',
  'nobody',
])
export type Role = z.infer<typeof Role>

/** The number that people say: 1 for register, 5 for trust. */
export function stepNumber(step: StepId): number {
  return stepIds.indexOf(step) + 1
}
