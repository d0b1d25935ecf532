import type { StepId } from '@/lib/steps/step'

const titles: Readonly<Record<StepId, string>> = {
  register: 'Register the app',
  secret: 'Make a secret',
  permissions: 'Grant the permission',
  credentials: 'Enter the credentials',
  trust: 'Let Finance & Operations trust it',
}

/** What a step is called wherever it is named. */
export function stepTitle(step: StepId): string {
  return titles[step]
}
