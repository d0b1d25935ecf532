import type { ReactNode } from 'react'
import { SettingsNav } from '@/components/settings/settings-nav'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { requirePagePerson } from '@/lib/access/page-context'

export default async function SettingsLayout({ children }: Readonly<{ children: ReactNode }>) {
  const { rights } = await requirePagePerson()
  return (
    <PageFrame className="flex flex-col gap-6">
      <PageTitle title="Settings" />
      <SettingsNav role={rights.role} />
      {children}
    </PageFrame>
  )
}
