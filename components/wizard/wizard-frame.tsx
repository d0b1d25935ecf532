import type { ReactNode } from 'react'
import { PageFrame } from '@/components/shell/page-frame'
import { Rail } from '@/components/wizard/rail'
import type { WizardPage } from '@/components/wizard/wizard-pages'
import type { Connection } from '@/lib/contract/connection'

type Props = Readonly<{
  connection: Connection
  current: WizardPage
  checking?: boolean
  children: ReactNode
}>

/** The rail beside the page, or above it where there is no room beside. */
export function WizardFrame({ connection, current, checking = false, children }: Props) {
  return (
    <PageFrame className="grid grid-cols-1 gap-x-10 gap-y-6 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <Rail connection={connection} current={current} checking={checking} />
      <div className="grid min-w-0 grid-cols-1 content-start gap-8">{children}</div>
    </PageFrame>
  )
}
