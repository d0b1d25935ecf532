import { type KnowledgeEntry, searchKnowledge } from '@/lib/diagnosis/knowledge'
import { type StepId, stepIds } from '@/lib/steps/step'

/** A step to look at, `none` for what is no step's fault, `all` for everything. */
export const stepChoices = ['all', ...stepIds, 'none'] as const
export type StepChoice = (typeof stepChoices)[number]

/** The choice that an address names; anything else is `all`. */
export function parseStepChoice(text: string): StepChoice {
  return stepChoices.find((choice) => choice === text) ?? 'all'
}

/** Entries under one heading; `found` is a ranked list, `listed` what only Microsoft's list knows. */
export type EntryGroup = Readonly<{
  of: StepId | 'none' | 'listed' | 'found'
  entries: readonly KnowledgeEntry[]
}>

export type FoundEntries = Readonly<{
  groups: readonly EntryGroup[]
  /** How many the words find in each step, whichever is chosen. */
  counts: Readonly<Record<StepChoice, number>>
  /** The entry that the words mean beyond doubt: it is shown open. */
  meant: string | null
}>

/** What the words find, in the chosen step: by step while no word is given, else the best first. */
export function findEntries(text: string, choice: StepChoice): FoundEntries {
  const all = searchKnowledge({ text })
  const chosen = all.filter((entry) => choice === 'all' || (entry.step ?? 'none') === choice)
  const isSearch = text.trim() !== ''
  return {
    groups: isSearch ? groupsOf([['found', chosen]]) : byStep(chosen),
    counts: countsOf(all),
    meant: isSearch ? meantBy(text, chosen) : null,
  }
}

function byStep(entries: readonly KnowledgeEntry[]): EntryGroup[] {
  return groupsOf(
    [...stepIds, 'none' as const, 'listed' as const].map((of) => [
      of,
      entries.filter((entry) => groupOf(entry) === of),
    ]),
  )
}

function groupOf({ id, step }: KnowledgeEntry): EntryGroup['of'] {
  if (step !== null) return step
  return id.startsWith('entra.code-') ? 'listed' : 'none'
}

function groupsOf(
  groups: readonly (readonly [EntryGroup['of'], readonly KnowledgeEntry[]])[],
): EntryGroup[] {
  return groups
    .filter(([, entries]) => entries.length > 0)
    .map(([of, entries]) => ({ of, entries }))
}

function countsOf(entries: readonly KnowledgeEntry[]): Record<StepChoice, number> {
  const counts = {
    all: 0,
    register: 0,
    secret: 0,
    permissions: 0,
    credentials: 0,
    trust: 0,
    none: 0,
  }
  for (const { step } of entries) {
    counts.all += 1
    counts[step ?? 'none'] += 1
  }
  return counts
}

/** Many entries share a bare HTTP status, so that alone means none of them. */
function meantBy(text: string, [first, ...others]: readonly KnowledgeEntry[]): string | null {
  if (!first) return null
  const word = text.trim().toLowerCase()
  const isItsCode = first.codes.some((code) => [word, `aadsts${word}`].includes(code.toLowerCase()))
  return others.length === 0 || (isItsCode && !/^[1-5]\d\d$/.test(word)) ? first.id : null
}
