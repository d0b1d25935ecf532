'use client'

import { ExternalLink, UserRound } from 'lucide-react'
import { DiagnosisTitle } from '@/components/diagnosis/diagnosis-title'
import { RawEvidence } from '@/components/diagnosis/raw-evidence'
import { confidenceWords, roleWords } from '@/components/diagnosis/words'
import { ButtonLink } from '@/components/ui/button-link'
import { cx } from '@/components/ui/cx'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'
import type { StepId } from '@/lib/steps/step'

/** What a diagnosis card is given, also by those who only pass it on. */
export type DiagnosisCardProps = Readonly<{
  diagnosis: Diagnosis
  failure: Failure | null
  /** A warning lets the person go on; a failure does not. */
  tone?: 'failed' | 'warned'
  /** Step whose page shows the card; null outside the wizard. */
  hereStep?: StepId | null
  /** Connection whose step pages the card links to; without it no step is linked. */
  connectionId?: string | null
}>

/** What broke: which step, why, how to mend it, who can, and the evidence behind it. */
export function DiagnosisCard({
  diagnosis,
  failure,
  tone = 'failed',
  hereStep = null,
  connectionId = null,
}: DiagnosisCardProps) {
  const look =
    tone === 'failed'
      ? 'border-danger/40 bg-danger-soft text-danger'
      : 'border-warning/40 bg-warning-soft text-warning'
  return (
    <section
      aria-label={diagnosis.title}
      className={cx('overflow-hidden rounded-lg border', look.split(' ')[0])}
    >
      <div className={cx('px-5 py-4', look)}>
        <DiagnosisTitle
          diagnosis={diagnosis}
          tone={tone}
          hereStep={hereStep}
          connectionId={connectionId}
        />
      </div>
      <div className="grid grid-cols-1 gap-5 border-line border-t bg-surface px-5 py-5">
        <div>
          <h4 className="font-semibold text-sm">Why</h4>
          <p className="mt-1 max-w-prose">{diagnosis.cause}</p>
          <p className="mt-1 text-muted text-sm">{confidenceWords[diagnosis.confidence]}</p>
        </div>
        <div>
          <h4 className="font-semibold text-sm">How to mend it</h4>
          <ol className="mt-1 grid max-w-prose list-decimal gap-1.5 pl-5 marker:font-medium marker:text-muted">
            {diagnosis.fix.map((step) => (
              <li key={step} className="pl-1">
                {step}
              </li>
            ))}
          </ol>
        </div>
        <p className="flex items-start gap-2 text-sm">
          <UserRound aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
          <span>
            <span className="text-muted">Who can: </span>
            {roleWords[diagnosis.who]}
          </span>
        </p>
        <DiagnosisLinks links={diagnosis.links} />
        {failure ? <RawEvidence diagnosis={diagnosis} failure={failure} /> : null}
      </div>
    </section>
  )
}

function DiagnosisLinks({ links }: Readonly<{ links: Diagnosis['links'] }>) {
  if (links.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {links.map((link) => (
        <li key={link.href} className="min-w-0">
          <ButtonLink
            href={link.href}
            external
            size="sm"
            className="max-w-full whitespace-normal py-1 text-left"
          >
            <ExternalLink aria-hidden="true" />
            {link.label}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}
