import { nearestNames } from '@/lib/odata/query/nearest-names'
import type { Span } from '@/lib/odata/query/query-text'

export type QueryProblemCode =
  | 'syntax'
  | 'unsupported'
  | 'unknown_option'
  | 'option_repeated'
  | 'option_empty'
  | 'option_malformed'
  | 'unknown_field'
  | 'unknown_relation'
  | 'unknown_member'
  | 'wrong_literal'
  | 'wrong_operator'
  | 'expand_too_deep'
  | 'key_incomplete'
  | 'needs_cross_company'

/** Something to write instead: `text` takes the place of the problem's span. */
export type QueryFix = Readonly<{ label: string; text: string }>

/** What is wrong at one stretch of a query's text, in words for whoever wrote it. */
export type QueryProblem = Span &
  Readonly<{
    code: QueryProblemCode
    /** An error is refused by F&O; a warning is read, but hardly as it was meant. */
    severity: 'error' | 'warning'
    message: string
    fixes: readonly QueryFix[]
  }>

/** Where a checker stands: it speaks of positions in a value, and these become places in the text. */
export type Reporter = Readonly<{
  spanOf: (from: number, to: number) => Span
  report: (problem: QueryProblem) => void
}>

export type Finding = Readonly<{
  code: QueryProblemCode
  from: number
  to: number
  message: string
  severity?: 'error' | 'warning'
  fixes?: readonly QueryFix[]
}>

/** Tells of a problem at `from` to `to` of the value that `reporter` stands at. */
export function tell(reporter: Reporter, finding: Finding): void {
  const { code, message, severity = 'error', fixes = [] } = finding
  const { from, to } = reporter.spanOf(finding.from, finding.to)
  reporter.report({ code, severity, message, fixes, from, to })
}

/** The reporter of a stretch that begins at `offset` of the value. */
export function within({ spanOf, report }: Reporter, offset: number): Reporter {
  return { report, spanOf: (from, to) => spanOf(from + offset, to + offset) }
}

/** `Did you mean …?` with a fix for every name that is near. */
export function meant(
  name: string,
  known: readonly string[],
  write: (name: string) => string = (near) => near,
): Readonly<{ words: string; fixes: readonly QueryFix[] }> {
  const near = nearestNames(name, known)
  return {
    words: near.length === 0 ? '' : ` Did you mean ${listed(near)}?`,
    fixes: near.map((one) => ({ label: one, text: write(one) })),
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
