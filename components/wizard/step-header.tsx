import { UserRound } from 'lucide-react'
import { PageTitle } from '@/components/shell/page-title'
import { Disclosure } from '@/components/ui/disclosure'
import { StatusLine } from '@/components/wizard/status-line'
import type { StepState } from '@/lib/contract/connection'
import type { StepGuide } from '@/lib/steps/guide-shape'

type Props = Readonly<{ guide: StepGuide; state: StepState; connectionName: string }>

/** What the step is for and who can do it, before anything is asked for. */
export function StepHeader({ guide, state, connectionName }: Props) {
  return (
    <div className="grid gap-4">
      <div>
        <p className="mb-1 text-muted text-sm">
          {connectionName} · Step {guide.number} of 5
        </p>
        <PageTitle title={guide.title} />
        <p className="mt-3 max-w-prose">{guide.purpose}</p>
      </div>
      <p className="flex max-w-prose items-start gap-2.5">
        <UserRound aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
        <span>
          <span className="font-medium">Who can do it: </span>
          {guide.who.text}
        </span>
      </p>
      <StatusLine state={state} />
      <Disclosure summary="Before you begin, and why this step matters" className="max-w-prose">
        <ul className="grid list-disc gap-1 pl-5 marker:text-faint">
          {guide.prerequisites.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p className="mt-3 text-muted">{guide.whyItMatters}</p>
      </Disclosure>
    </div>
  )
}
