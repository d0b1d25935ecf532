import { listedRule } from '@/lib/diagnosis/aadsts-listed'
import { listedCodes } from '@/lib/diagnosis/aadsts-names'
import type { Confidence } from '@/lib/diagnosis/diagnosis'
import type { FailureSource } from '@/lib/diagnosis/failure'
import { fillWithWords } from '@/lib/diagnosis/fill'
import type { Rule } from '@/lib/diagnosis/rule'
import { allRules } from '@/lib/diagnosis/rules'
import type { LinkId } from '@/lib/steps/deep-links'
import type { Role, StepId } from '@/lib/steps/step'

/** One entry of the troubleshooting page: a rule, in words that need no failure. */
export type KnowledgeEntry = Readonly<{
  /** Stable: the page links to it. */
  id: string
  step: StepId | null
  title: string
  cause: string
  fix: readonly string[]
  who: Role
  /** What people search for: `AADSTS7000215`, `401`, `dns_not_found`. */
  codes: readonly string[]
  /** Whose answer it is; empty where it may be anyone's. */
  where: readonly FailureSource[]
  links: readonly LinkId[]
  confidence: Confidence
  mayHealByWaiting: boolean
  sources: readonly string[]
}>

/** Everything that is known, in the order in which it is shown: the rules, then the listed codes. */
export const knowledge: readonly KnowledgeEntry[] = [
  ...allRules,
  ...listedCodes.map(listedRule),
].map(toEntry)

/** The entry `id`, or undefined when there is none. */
export function findKnowledge(id: string): KnowledgeEntry | undefined {
  return knowledge.find((entry) => entry.id === id)
}

export type KnowledgeQuery = Readonly<{
  /** Words, a code, a status; every word has to be found somewhere. */
  text?: string
  /** One step, or `none` for what is no step's fault. */
  step?: StepId | 'none'
}>

const wordsMax = 12

/** Entries that fit, the most telling first: a code before a title, a title before the rest. */
export function searchKnowledge({ text = '', step }: KnowledgeQuery): KnowledgeEntry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, wordsMax)
  return knowledge
    .filter((entry) => step === undefined || (entry.step ?? 'none') === step)
    .map((entry) => ({ entry, score: scoreOf(entry, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .map(({ entry }) => entry)
}

/** 0 when a word is nowhere; the lowest score when no word was given. */
function scoreOf(entry: KnowledgeEntry, words: readonly string[]): number {
  const scores = words.map((word) => wordScore(entry, word))
  return scores.includes(0) ? 0 : 1 + scores.reduce((sum, score) => sum + score, 0)
}

function wordScore(entry: KnowledgeEntry, word: string): number {
  const codes = entry.codes.map((code) => code.toLowerCase())
  if (codes.includes(word) || codes.includes(`aadsts${word}`)) return 100
  if (codes.some((code) => code.includes(word)) || entry.id.includes(word)) return 20
  if (entry.title.toLowerCase().includes(word)) return 10
  return [entry.cause, ...entry.fix].some((part) => part.toLowerCase().includes(word)) ? 2 : 0
}

function toEntry({ match, title, cause, fix, ...rule }: Rule): KnowledgeEntry {
  const { id, step, who, links, confidence, mayHealByWaiting, sources } = rule
  return {
    ...{ id, step, who, links, confidence, mayHealByWaiting, sources },
    title: fillWithWords(title),
    cause: fillWithWords(cause),
    fix: fix.filter((sentence) => !/\{\w+\?\}/.test(sentence)).map(fillWithWords),
    codes: codesOf(match),
    where: match.where ?? [],
  }
}

function codesOf({ aadsts = [], codes = [], status = [] }: Rule['match']): string[] {
  const statuses = status.map((entry) =>
    typeof entry === 'number' ? String(entry) : entry.join('–'),
  )
  return [...aadsts.map((code) => `AADSTS${code}`), ...codes, ...statuses]
}
