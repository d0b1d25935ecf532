import { z } from 'zod'
import { Confidence, Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'

/** `POST /api/connections/{id}/why-empty`: a read that was answered 200 with no rows. */
export const WhyEmptyInput = z.object({
  /** Below `/data/`, percent-encoded: the name of an entity set. */
  path: z.string().min(1).max(4000),
  /** As it was sent, percent-encoded, with or without its `?`. */
  query: z.string().max(16_000).default(''),
})
export type WhyEmptyInput = z.infer<typeof WhyEmptyInput>

/** Most reads that one inquiry makes; they run one after the other. */
export const whyEmptyReadsMax = 12

/** What a read that brings no rows can come from. */
export const EmptyReason = z.enum([
  /** The same read brings rows by now. */
  'not_empty',
  'top_zero',
  /** `$skip`, or a page's link, leads beyond the last row. */
  'beyond_end',
  'expand',
  /** The user sees no row of the set at all: there is none, or its roles hide them. */
  'nothing_visible',
  /** The rows are in other companies than the default one, and nothing asked for those. */
  'default_company',
  /** The filter names a company, but only the default one is read. */
  'company_not_crossed',
  /** A company was named in an option that F&O does not know: `cmp=usmf`. */
  'company_option',
  'company_unknown',
  'company_empty',
  /** One clause lets no row pass; the ones below say more of it. */
  'clause',
  'enum_value',
  'enum_as_text',
  'text_differs',
  'text_part',
  'percent_wildcard',
  'date_with_time',
  'date_null',
  /** Several clauses do not go together; leaving out any one of them brings rows. */
  'clauses_exclude',
  /** Several clauses have to be left out before there are rows. */
  'clauses_several',
  /** The reads were used up before it was found. */
  'not_found',
])
export type EmptyReason = z.infer<typeof EmptyReason>

/** A piece of the filter, by its place in it. */
export const FilterSpan = z.object({ from: z.int(), to: z.int(), text: z.string() })
export type FilterSpan = z.infer<typeof FilterSpan>

/** Why a read is empty, as far as it was tested. */
export const EmptyVerdict = z.object({
  reason: EmptyReason,
  confidence: Confidence,
  title: z.string(),
  sentence: z.string(),
  /** The clauses to blame, in the order of the filter. */
  clauses: z.array(FilterSpan),
  /** Companies that it is about: those with rows, or those that were named. */
  companies: z.array(z.string()),
  whatToDo: z.array(z.string()).min(1),
  /** Options that bring rows, as a person types them; null where none was found. */
  corrected: z.object({ options: z.string(), change: z.string() }).nullable(),
})
export type EmptyVerdict = z.infer<typeof EmptyVerdict>

/** One read of the inquiry, after it was answered. */
export const EmptyProbe = z.object({
  number: z.int().positive(),
  what: z.string(),
  /** Entity set and options as a person would type them. */
  asked: z.string(),
  outcome: z.enum(['rows', 'none', 'refused']),
  /** Rows that came, `$count` where it was asked for. */
  rows: z.int().nonnegative(),
  count: z.int().nonnegative().nullable(),
  /** HTTP status where it was refused. */
  status: z.int().nullable(),
  tookMs: z.number().nonnegative(),
})
export type EmptyProbe = z.infer<typeof EmptyProbe>

/** One line of the NDJSON that a running inquiry streams. */
export const WhyEmptyEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('started'),
    readsMax: z.int(),
    filter: z.string().nullable(),
    clauses: z.array(FilterSpan),
  }),
  z.object({
    type: z.literal('asking'),
    number: z.int().positive(),
    what: z.string(),
    asked: z.string(),
  }),
  z.object({ type: z.literal('answered'), probe: EmptyProbe }),
  z.object({ type: z.literal('finished'), verdict: EmptyVerdict }),
  /** F&O or Entra refused a read that cannot be done without; nothing after it. */
  z.object({ type: z.literal('refused'), diagnosis: Diagnosis, failure: Failure }),
  /** The inquiry itself broke; nothing after it. */
  z.object({ type: z.literal('aborted'), title: z.string(), requestId: z.string() }),
])
export type WhyEmptyEvent = z.infer<typeof WhyEmptyEvent>
