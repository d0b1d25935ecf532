import { codeRule } from '@/lib/diagnosis/aadsts-listed'
import type { DiagnosisContext } from '@/lib/diagnosis/context'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { type Evidence, toEvidence, toFindingEvidence } from '@/lib/diagnosis/evidence'
import type { Failure } from '@/lib/diagnosis/failure'
import { fill } from '@/lib/diagnosis/fill'
import type { KnownFinding } from '@/lib/diagnosis/finding-rules'
import { infologOf } from '@/lib/diagnosis/infolog'
import { matches } from '@/lib/diagnosis/matches'
import { type Rule, rankOf } from '@/lib/diagnosis/rule'
import { allRules } from '@/lib/diagnosis/rules'
import { deepLinks } from '@/lib/steps/deep-links'

export type { DiagnosisContext } from '@/lib/diagnosis/context'

/**
 * Says what a failure means: the step, why, how to mend it and who can. Pure, and never throws:
 * evidence that no rule knows gets an honest last word that blames no step with confidence.
 */
export function diagnose(failure: Failure, context: DiagnosisContext): Diagnosis {
  const evidence = toEvidence(failure, context)
  return toDiagnosis(chooseRule(evidence), evidence)
}

/** Says what a finding of the proof chain means, in the same form. */
export function diagnoseFinding(finding: KnownFinding, context: DiagnosisContext): Diagnosis {
  const evidence = toFindingEvidence(finding, context)
  return toDiagnosis(chooseRule(evidence), evidence)
}

/** All rules that hold of the evidence, the most demanding first. */
export function rankedRules(evidence: Evidence): Rule[] {
  return allRules
    .filter((rule) => matches(rule.match, evidence))
    .toSorted((one, other) => rankOf(other) - rankOf(one))
}

function chooseRule(evidence: Evidence): Rule {
  const ranked = rankedRules(evidence)
  const [best] = ranked
  const { aadsts } = evidence
  // A code says more than the status it came with, even when only the public list knows it.
  if (aadsts !== null && !ranked.some(({ match }) => match.aadsts))
    return codeRule(aadsts, evidence)
  return best ?? lastWord
}

function toDiagnosis(rule: Rule, evidence: Evidence): Diagnosis {
  const { message, bodyExcerpt } = evidence.failure
  const infolog = infologOf([message, bodyExcerpt])
  const fix = rule.fix
    .map((sentence) => fill(sentence, evidence))
    .filter((sentence) => sentence !== undefined)
  return {
    rule: rule.id,
    step: rule.step,
    title: fill(rule.title, evidence) ?? rule.title,
    cause: fill(rule.cause, evidence) ?? rule.cause,
    fix: fix.length > 0 ? fix : [lastWord.fix[0]],
    who: rule.who,
    links: deepLinks(rule.links, evidence.context),
    confidence: rule.confidence,
    mayHealByWaiting: rule.mayHealByWaiting,
    ...(infolog.length > 0 && { infolog }),
  }
}

const lastWord: Rule = {
  id: 'unknown',
  match: {},
  step: null,
  title: 'This failure fits nothing that is known here',
  cause: 'It says: {message}',
  fix: ['Look at the raw evidence, and try once more.'],
  who: 'developer',
  links: [],
  confidence: 'possible',
  mayHealByWaiting: false,
  sources: [],
}
