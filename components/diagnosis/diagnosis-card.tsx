'use client'

import { Advice } from '@/components/diagnosis/advice'
import { DiagnosisTitle } from '@/components/diagnosis/diagnosis-title'
import { InfologList } from '@/components/diagnosis/infolog-list'
import { RawEvidence } from '@/components/diagnosis/raw-evidence'
import { confidenceWords } from '@/components/diagnosis/words'
import { paths } from '@/components/shell/paths'
import { cx } from '@/components/ui/cx'
import { TextLink } from '@/components/ui/text-link'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'
import { hasEntry } from '@/lib/diagnosis/has-entry'
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
        <Advice
          cause={diagnosis.cause}
          certainty={confidenceWords[diagnosis.confidence]}
          fix={diagnosis.fix}
          who={diagnosis.who}
          links={diagnosis.links}
          level={4}
        />
        {diagnosis.infolog ? <InfologList messages={diagnosis.infolog} /> : null}
        {hasEntry(diagnosis.rule) ? (
          <p className="text-sm">
            <TextLink href={paths.troubleshootingEntry(diagnosis.rule)}>More about this</TextLink>
          </p>
        ) : null}
        {failure ? <RawEvidence diagnosis={diagnosis} failure={failure} /> : null}
      </div>
    </section>
  )
}
