import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { EntryDetails } from '@/components/diagnosis/entry-details'
import { StepBadge } from '@/components/diagnosis/step-badge'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { Card } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-link'
import { requirePagePerson } from '@/lib/access/page-context'
import { findKnowledge } from '@/lib/diagnosis/knowledge'

type Props = Readonly<{ params: Promise<{ rule: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findKnowledge((await params).rule)?.title ?? 'Troubleshooting' }
}

export default async function TroubleshootingEntryPage({ params }: Props) {
  await requirePagePerson()
  const entry = findKnowledge((await params).rule)
  if (!entry) notFound()
  return (
    <PageFrame className="flex flex-col gap-6">
      <div>
        <Breadcrumb trail={[{ href: paths.troubleshooting(), label: 'Troubleshooting' }]} />
        <PageTitle title={entry.title}>
          <span className="mt-2 block">
            <StepBadge step={entry.step} />
          </span>
        </PageTitle>
      </div>
      <Card className="max-w-4xl">
        <EntryDetails entry={entry} level={2} />
      </Card>
      <p className="text-sm">
        <TextLink href={paths.troubleshooting(entry.step ?? 'none')}>
          {entry.step === null ? 'All that is no step’s fault' : 'All that is known of this step'}
        </TextLink>
      </p>
    </PageFrame>
  )
}
