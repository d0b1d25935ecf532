import {
  type Options,
  withFilter,
  withOption,
  withoutOptions,
} from '@/lib/catalog/why-empty/options'
import type { Question } from '@/lib/catalog/why-empty/question'
import { whyEmptyReadsMax } from '@/lib/contract/why-empty'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { parseResourcePath } from '@/lib/odata/resource-path'

export type Row = Readonly<Record<string, unknown>>

/** A read that tells something. Where an `optional` one is refused the inquiry goes on without it. */
export type Probe = Readonly<{
  /** What it tries, for people: "Without the filter, in every company". */
  what: string
  entitySet: string
  options: Options
  metadata: 'full' | 'minimal'
  optional: boolean
}>

/** What came of a probe; null where an optional one was refused. */
export type Answer = Readonly<{ rows: readonly Row[]; count: number | null }> | null

/** Reasoning asks for one read after the other and ends with what follows from them. */
export type Reasoning<T> = Generator<Probe, T, Answer>

/** What an inquiry has found out so far. */
export type Inquiry = {
  readonly question: Question
  readsLeft: number
  /** A row of the set with its annotations; null before one was seen. */
  row: Row | null
  /** Undefined where it is not known. */
  defaultCompany: string | undefined
  /** Whether the default company has rows of the set. */
  defaultHasRows: boolean
}

export function newInquiry(question: Question): Inquiry {
  return {
    question,
    readsLeft: whyEmptyReadsMax,
    row: null,
    defaultCompany: undefined,
    defaultHasRows: false,
  }
}

/** Asks, unless the reads are used up; then the answer is undefined. */
export function* ask(inquiry: Inquiry, probe: Probe): Reasoning<Answer | undefined> {
  if (inquiry.readsLeft === 0) return undefined
  inquiry.readsLeft -= 1
  return yield probe
}

export function hasRows(answer: Answer | undefined): boolean {
  return (answer?.rows.length ?? 0) > 0
}

type Wish = Readonly<{
  what: string
  /** Empty for none. */
  filter: string
  crossCompany: boolean
  select?: readonly string[]
  top?: number
  optional?: boolean
}>

const shaping = [
  '$select',
  '$expand',
  '$orderby',
  '$top',
  '$skip',
  '$skiptoken',
  '$count',
  '$format',
]

/** A cheap read of the set in question: one row, and of it only the key where that is known. */
export function probeOf({ question, row }: Inquiry, wish: Wish): Probe {
  const select = wish.select ?? keyOf(row)
  const kept = withFilter(
    withoutOptions(question.options, ...shaping, 'cross-company'),
    wish.filter,
  )
  const crossed = wish.crossCompany ? withOption(kept, 'cross-company', 'true') : kept
  const selected = select.length > 0 ? withOption(crossed, '$select', select.join(',')) : crossed
  return {
    what: wish.what,
    entitySet: question.entitySet,
    options: withOption(selected, '$top', String(wish.top ?? 1)),
    metadata: 'minimal',
    optional: wish.optional ?? false,
  }
}

/** Names of the key fields, as a row's own address tells them. */
export function keyOf(row: Row | null): string[] {
  const address = textOf(row, '@odata.editLink') ?? textOf(row, '@odata.id')?.split('/data/')[1]
  if (address === undefined) return []
  try {
    const [segment] = parseResourcePath(address)
    return (segment?.key ?? []).flatMap(({ name }) =>
      name !== null && row !== null && Object.hasOwn(row, name) ? [name] : [],
    )
  } catch (error) {
    if (!(error instanceof ODataSyntaxError)) throw error
    // An address that is no OData costs only the shorter read.
    return []
  }
}

/** The text of a field; undefined where it is missing, empty or no text. */
export function textOf(row: Row | null | undefined, field: string): string | undefined {
  const value = row?.[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Distinct texts of a field, in the order in which they came. */
export function textsOf(answer: Answer | undefined, field: string): string[] {
  return [...new Set(answer?.rows.flatMap((row) => textOf(row, field) ?? []))]
}
