import type { Confidence, Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { ProofSubject } from '@/lib/proof/scope'
import { deepLinks, type LinkId } from '@/lib/steps/deep-links'
import type { Role, StepId } from '@/lib/steps/step'

/** A finding of the chain itself: something that no upstream answered, but that two facts show. */
export type Finding = Readonly<{
  rule: string
  step: StepId | null
  title: string
  cause: string
  fix: readonly [string, ...string[]]
  who: Role
  links?: readonly LinkId[]
  confidence?: Confidence
  mayHealByWaiting?: boolean
}>

/** The diagnosis of a finding, with the pages of this connection's cloud. */
export function toDiagnosis(finding: Finding, subject: ProofSubject): Diagnosis {
  return {
    rule: finding.rule,
    step: finding.step,
    title: finding.title,
    cause: finding.cause,
    fix: [...finding.fix],
    who: finding.who,
    links: deepLinks(finding.links ?? [], subject),
    confidence: finding.confidence ?? 'certain',
    mayHealByWaiting: finding.mayHealByWaiting ?? false,
  }
}
