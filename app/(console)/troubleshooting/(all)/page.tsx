import { ClipboardPaste } from 'lucide-react'
import type { Metadata } from 'next'
import { KnowledgeFinder } from '@/components/diagnosis/knowledge-finder'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { requirePagePerson } from '@/lib/access/page-context'

export const metadata: Metadata = { title: 'Troubleshooting' }

export default async function TroubleshootingPage() {
  await requirePagePerson()
  return (
    <PageFrame className="flex flex-col gap-3">
      <PageTitle
        title="Troubleshooting"
        actions={
          <ButtonLink href={paths.pasteError()} variant="primary">
            <ClipboardPaste aria-hidden="true" />
            Paste an error
          </ButtonLink>
        }
      >
        Every failure that Fivestep knows: which step it belongs to, why it happens and how to mend
        it.
      </PageTitle>
      <KnowledgeFinder />
    </PageFrame>
  )
}
