import type { Confidence } from '@/lib/diagnosis/diagnosis'
import type { FactId } from '@/lib/diagnosis/facts'
import type { FailureSource } from '@/lib/diagnosis/failure'
import type { LinkId } from '@/lib/steps/deep-links'
import type { Role, StepId } from '@/lib/steps/step'

/** What a rule asks of the evidence; everything that is named has to hold. */
export type Match = Readonly<{
  /** Whose answer it is; any one's when left out. */
  where?: readonly FailureSource[]
  /** AADSTS numbers, from the code or from the text. */
  aadsts?: readonly number[]
  /** Other codes, compared letter by letter: a NetworkCode, Graph's, MSAL's. */
  codes?: readonly string[]
  /** HTTP statuses, or ranges of them, both ends included. */
  status?: readonly (number | readonly [number, number])[]
  header?: Readonly<{ name: string; pattern: RegExp }>
  /** Looked for in the message and the body. */
  text?: RegExp
  url?: RegExp
  facts?: readonly FactId[]
  /** Id of a finding of the proof chain, for which there is no answer to look at. */
  finding?: string
}>

/**
 * One piece of knowledge. Texts may hold places such as `{clientId}`; see `fill.ts`. A sentence of
 * `fix` with a place that ends in `?` is left out where nothing is known to fill it.
 */
export type Rule = Readonly<{
  id: string
  match: Match
  step: StepId | null
  title: string
  cause: string
  fix: readonly [string, ...string[]]
  who: Role
  links: readonly LinkId[]
  confidence: Confidence
  mayHealByWaiting: boolean
  sources: readonly string[]
  /** Lifts a rule over others that ask for as much; see `rankOf`. */
  nudge?: number
}>

/**
 * How much a rule asks for: of all that match, the most demanding is right. Codes count more than
 * texts, texts more than a status, an exact status more than a range.
 */
export function rankOf({ match, nudge = 0 }: Rule): number {
  return (
    (match.where ? 1 : 0) +
    (match.aadsts || match.codes || match.finding ? 80 : 0) +
    (match.text ? 40 : 0) +
    (match.header ? 30 : 0) +
    (match.url ? 12 : 0) +
    (match.facts ?? []).length * 14 +
    statusRank(match) +
    nudge
  )
}

function statusRank({ status }: Match): number {
  if (!status) return 0
  return status.some((entry) => typeof entry !== 'number') ? 4 : 10
}

type RuleDefaults = Readonly<
  Partial<Pick<Rule, 'step' | 'who' | 'links' | 'confidence' | 'mayHealByWaiting' | 'sources'>>
>

/** A rule as it is written down: what its neighbours share is left out. */
export type RuleDraft = Omit<Rule, keyof RuleDefaults> & RuleDefaults

/** The texts of findings by their ids, which are those of their rules too. */
export type FindingTexts = Readonly<Record<`proof.${string}`, Omit<RuleDraft, 'id' | 'match'>>>

/** Completes drafts with what they share. Without a word to the contrary a rule is certain. */
export function rulesOf(shared: RuleDefaults, drafts: readonly RuleDraft[]): readonly Rule[] {
  return drafts.map((draft) => ({
    step: null,
    who: 'developer',
    links: [],
    confidence: 'certain',
    mayHealByWaiting: false,
    sources: [],
    ...shared,
    ...draft,
  }))
}
