import type { Metadata } from 'next'
import { PasteReader } from '@/components/diagnosis/paste-reader'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { requirePagePerson } from '@/lib/access/page-context'

export const metadata: Metadata = { title: 'Paste an error' }

export default async function PasteErrorPage() {
  await requirePagePerson()
  return (
    <PageFrame className="flex flex-col gap-6">
      <div>
        <Breadcrumb trail={[{ href: paths.troubleshooting(), label: 'Troubleshooting' }]} />
        <PageTitle title="Paste an error">
          Of any integration with Finance &amp; Operations: it says which step broke, why, and how
          to mend it.
        </PageTitle>
      </div>
      <PasteReader />
    </PageFrame>
  )
}
