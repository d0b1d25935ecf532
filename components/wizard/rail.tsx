import { RailItem } from '@/components/wizard/rail-item'
import { type WizardPage, wizardPages } from '@/components/wizard/wizard-pages'
import type { Connection } from '@/lib/contract/connection'
import { stepIds } from '@/lib/steps/step'

type Props = Readonly<{
  connection: Connection
  current: WizardPage
  /** True while the page's own step is being checked. */
  checking?: boolean
}>

/** All five steps with where they stand, and the test at the end: a column, or a row where narrow. */
export function Rail({ connection, current, checking = false }: Props) {
  const pages = wizardPages(connection.id)
  const allPassed = connection.steps.every((state) => state.status === 'passed')
  return (
    <nav aria-label="The five steps" className="lg:sticky lg:top-20 lg:self-start">
      <ol className="flex justify-between gap-1 lg:flex-col lg:justify-start">
        {pages.map(({ page, name, href }) => {
          const state = connection.steps.find((entry) => entry.step === page)
          const status = page === current && checking ? 'checking' : (state?.status ?? 'todo')
          return (
            <RailItem
              key={page}
              number={page === 'test' ? null : stepIds.indexOf(page) + 1}
              name={name}
              href={href}
              current={page === current}
              status={status}
              ready={page !== 'test' || allPassed}
            />
          )
        })}
      </ol>
    </nav>
  )
}
