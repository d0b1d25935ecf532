import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Disclosure } from '@/components/ui/disclosure'
import { GuideFields } from '@/components/wizard/guide-fields'
import { Instructions } from '@/components/wizard/instructions'
import type { StepGuide as Guide } from '@/lib/steps/guide-shape'

type Props = Readonly<{ guide: Guide; illustration: ReactNode }>

/** Where to click and what to type, beside a drawing of the form. */
export function StepGuide({ guide, illustration }: Props) {
  return (
    <Card title="What to do">
      <div className="grid grid-cols-1 gap-x-10 gap-y-8 xl:grid-cols-2">
        <div className="grid min-w-0 content-start gap-7">
          <Instructions list={guide.instructions} />
          <GuideFields fields={guide.fields} />
          {guide.honestly ? (
            <Callout tone="info" title="What public guides disagree about">
              {guide.honestly}
            </Callout>
          ) : null}
        </div>
        <div className="grid min-w-0 content-start gap-7">{illustration}</div>
      </div>
      <Mistakes mistakes={guide.mistakes} />
    </Card>
  )
}

function Mistakes({ mistakes }: Readonly<{ mistakes: Guide['mistakes'] }>) {
  if (mistakes.length === 0) return null
  return (
    <Disclosure summary="Slips that are often made here" className="mt-6 border-line border-t pt-3">
      <dl className="grid gap-x-8 gap-y-3 lg:grid-cols-2">
        {mistakes.map(({ mistake, instead }) => (
          <div key={mistake}>
            <dt className="font-medium">{mistake}</dt>
            <dd className="text-muted">{instead}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}
