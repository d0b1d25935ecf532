import { paths } from '@/components/shell/paths'
import { type StepId, stepIds, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** A page of the wizard: one a step, then the test. */
export type WizardPage = StepId | 'test'

/** A page to go to, by the name that people read. */
export type PageLink = Readonly<{ page: WizardPage; name: string; href: string }>

/** All six, in order. */
export function wizardPages(connectionId: string): PageLink[] {
  return [
    ...stepIds.map((page) => ({
      page,
      name: stepTitle(page),
      href: paths.setup(connectionId, page),
    })),
    { page: 'test', name: 'Putting it to the test', href: paths.setupTest(connectionId) },
  ]
}

/** The page that follows the one of `step`, by the name that fits on a button. */
export function pageAfter(connectionId: string, step: StepId): PageLink {
  const next = stepIds[stepIds.indexOf(step) + 1]
  return next
    ? { page: next, name: `step ${stepNumber(next)}`, href: paths.setup(connectionId, next) }
    : { page: 'test', name: 'the test', href: paths.setupTest(connectionId) }
}
