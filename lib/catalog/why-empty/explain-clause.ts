import {
  type Alternative,
  alternativesOf,
  bare,
  type Comparison,
  comparisonOf,
  coreOf,
} from '@/lib/catalog/why-empty/alternatives'
import type { Search } from '@/lib/catalog/why-empty/clause-search'
import { clauseWords, type Words } from '@/lib/catalog/why-empty/clause-words'
import { companiesOf } from '@/lib/catalog/why-empty/companies-of'
import {
  type Answer,
  ask,
  hasRows,
  probeOf,
  type Reasoning,
  textOf,
  textsOf,
} from '@/lib/catalog/why-empty/inquiry'
import { correct, toVerdict } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'
import { printClauses } from '@/lib/odata/filter-clauses'
import { printLiteral } from '@/lib/odata/literal'

const valuesMax = 100

/** What is wrong with the one clause without which there are rows, as far as that can be told. */
export function* explainClause(search: Search, index: number): Reasoning<EmptyVerdict> {
  const clause = search.filter.clauses[index]
  const comparison = clause && comparisonOf(clause.expression)
  if (comparison && !companiesOf(clause.expression)) {
    const row = search.inquiry.row
    const type = textOf(row, `${comparison.field}@odata.type`)
    for (const alternative of alternativesOf(comparison, type)) {
      const answer = yield* tryInPlace(search, index, alternative)
      if (hasRows(answer)) return judged(search, index, found(alternative, comparison))
    }
    const other = yield* lookForValues(search, index, comparison)
    if (other) return judged(search, index, other)
  }
  return judged(search, index, {
    words: clauseWords.clause(clause?.text ?? '', search.filter.clauses.length),
    replacement: undefined,
    change: 'Leaves the clause out',
  })
}

type Explained = Readonly<{ words: Words; replacement: string | undefined; change: string }>

function judged(search: Search, index: number, explained: Explained): EmptyVerdict {
  const { inquiry, filter, crossCompany } = search
  const { words, replacement, change } = explained
  const blamed = filter.clauses[index]
  return toVerdict({
    ...words,
    clauses: blamed ? [blamed] : [],
    corrected: correct(inquiry.question, {
      change,
      filter: printClauses(filter, ({ text }, at) => (at === index ? replacement : text)),
      ...(crossCompany && { crossCompany }),
    }),
  })
}

function found({ reason, text }: Alternative, { field }: Comparison): Explained {
  return {
    words: clauseWords.slip(reason, field, text),
    replacement: text,
    change: `Writes ${text}`,
  }
}

type Placed = Readonly<{ text: string; what: string }>

function tryInPlace(
  { inquiry, filter, crossCompany }: Search,
  index: number,
  { text, what }: Placed,
): Reasoning<Answer | undefined> {
  const replaced = printClauses(filter, (kept, at) => (at === index ? text : kept.text))
  return ask(inquiry, probeOf(inquiry, { what, filter: replaced, crossCompany, optional: true }))
}

function* lookForValues(
  search: Search,
  index: number,
  comparison: Comparison,
): Reasoning<Explained | undefined> {
  if (comparison.operator !== 'eq') return undefined
  const { literal } = comparison
  if (literal.type === 'enum') return yield* lookForMembers(search, index, comparison)
  if (literal.type !== 'Edm.String') return undefined
  return yield* lookForTexts(search, index, { field: comparison.field, value: literal.value })
}

function* lookForMembers(
  { inquiry, filter, crossCompany }: Search,
  index: number,
  { field, literal }: Comparison,
): Reasoning<Explained | undefined> {
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: `Which values ${field} has without that clause`,
      filter: printClauses(filter, ({ text }, at) => (at === index ? undefined : text)),
      crossCompany,
      select: [field],
      top: valuesMax,
      optional: true,
    }),
  )
  const members = textsOf(answer, field)
  if (members.length === 0 || literal.type !== 'enum') return undefined
  const rows = answer?.rows.length ?? 0
  return {
    words: clauseWords.enumValue(field, literal, { members, rows, all: rows < valuesMax }),
    replacement: undefined,
    change: 'Leaves the clause out',
  }
}

const textsMax = 20

function* lookForTexts(
  { inquiry, filter, crossCompany }: Search,
  index: number,
  { field, value }: Readonly<{ field: string; value: string }>,
): Reasoning<Explained | undefined> {
  const core = coreOf(value)
  if (core === undefined) return undefined
  const around = `${field} eq ${quoted(`*${core}*`)}`
  const answer = yield* ask(
    inquiry,
    probeOf(inquiry, {
      what: `With “${core}” anywhere in ${field}`,
      filter: printClauses(filter, ({ text }, at) => (at === index ? around : text)),
      crossCompany,
      select: [field],
      top: textsMax,
      optional: true,
    }),
  )
  const texts = textsOf(answer, field)
  const same = texts.find((text) => bare(text) === bare(value))
  if (same !== undefined) {
    const replacement = `${field} eq ${quoted(same)}`
    const words = clauseWords.textDiffers(field, value, same)
    return { words, replacement, change: `Writes ${replacement}` }
  }
  if (texts.length === 0) return undefined
  const words = clauseWords.textPart(field, value, texts)
  return { words, replacement: around, change: `Writes ${around}` }
}

function quoted(value: string): string {
  return printLiteral({ type: 'Edm.String', value })
}
