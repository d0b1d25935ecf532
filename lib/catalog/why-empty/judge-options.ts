import { ask, hasRows, type Inquiry, type Reasoning } from '@/lib/catalog/why-empty/inquiry'
import { printOptions, withOption, withoutOptions } from '@/lib/catalog/why-empty/options'
import { correct, toVerdict } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'

/** What the options around the filter do: `$top`, `$skip`, a page's link, `$expand`. */
export function* judgeOptions(inquiry: Inquiry): Reasoning<EmptyVerdict | undefined> {
  const again = yield* askWithout(inquiry, 'The same read again, one row of it', ['$count'])
  if (hasRows(again)) return inquiry.question.top === 0 ? topZero(inquiry) : notEmpty(inquiry)
  return (yield* judgeSkip(inquiry)) ?? (yield* judgeExpand(inquiry))
}

function* askWithout(inquiry: Inquiry, what: string, names: readonly string[]) {
  const { entitySet, options } = inquiry.question
  const kept = withOption(withoutOptions(options, ...names), '$top', '1')
  const counted = names.includes('$skip') ? withOption(kept, '$count', 'true') : kept
  return yield* ask(inquiry, {
    what,
    entitySet,
    options: counted,
    metadata: 'minimal',
    optional: false,
  })
}

function topZero({ question }: Inquiry): EmptyVerdict {
  return toVerdict({
    reason: 'top_zero',
    confidence: 'certain',
    title: '$top=0 asks for no rows',
    sentence: 'The same read without $top=0 brings rows.',
    whatToDo: [
      'Leave $top out, or ask for as many rows as you need.',
      'To learn how many there are, ask for $count=true with $top=1.',
    ],
    corrected: correct(question, { change: 'Asks for rows' }),
  })
}

function notEmpty({ question }: Inquiry): EmptyVerdict {
  return toVerdict({
    reason: 'not_empty',
    confidence: 'certain',
    title: 'It is not empty any more',
    sentence: 'The same read brings rows now: they came, or became visible, in the meantime.',
    whatToDo: ['Run it again.'],
    corrected: { options: printOptions(question.options), change: 'Nothing is changed' },
  })
}

function* judgeSkip(inquiry: Inquiry): Reasoning<EmptyVerdict | undefined> {
  const { question } = inquiry
  if (question.skip === 0) return undefined
  const answer = yield* askWithout(inquiry, 'From the first row on, and how many there are', [
    '$skip',
    '$skiptoken',
    '$count',
  ])
  if (!hasRows(answer)) return undefined
  const count = answer?.count ?? null
  const there =
    count === null
      ? 'There are rows'
      : `There ${count === 1 ? 'is 1 row' : `are ${count.toLocaleString('en')} rows`}`
  const where =
    question.skip === null
      ? 'but none behind the place that this page begins at'
      : `and $skip=${question.skip} passes over all of them`
  return toVerdict({
    reason: 'beyond_end',
    confidence: 'certain',
    title: question.skip === null ? 'It was the last page' : '$skip leads beyond the last row',
    sentence: `${there}, ${where}.`,
    whatToDo:
      question.skip === null
        ? ['This is how the end looks: a page without rows and without a next link. Stop there.']
        : ['Skip fewer rows, or follow @odata.nextLink instead of counting with $skip.'],
    corrected: correct(question, { change: 'Begins at the first row' }),
  })
}

function* judgeExpand(inquiry: Inquiry): Reasoning<EmptyVerdict | undefined> {
  const { question } = inquiry
  if (!question.expands) return undefined
  const answer = yield* askWithout(inquiry, 'Without $expand', [
    '$expand',
    '$skip',
    '$skiptoken',
    '$count',
  ])
  if (!hasRows(answer)) return undefined
  return toVerdict({
    reason: 'expand',
    confidence: 'certain',
    title: 'With $expand the rows are gone',
    sentence: 'The same read without $expand brings rows.',
    whatToDo: [
      'Read the rows without $expand, and what belongs to them with a read of its own.',
      'Check that the user may read what is expanded.',
    ],
    corrected: correct(question, { change: 'Leaves $expand out', without: ['$expand'] }),
  })
}
