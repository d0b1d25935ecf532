import { type Inquiry, newInquiry, type Reasoning } from '@/lib/catalog/why-empty/inquiry'
import { judgeClauses } from '@/lib/catalog/why-empty/judge-clauses'
import { judgeCompany } from '@/lib/catalog/why-empty/judge-company'
import { judgeOptions } from '@/lib/catalog/why-empty/judge-options'
import { judgeVisible } from '@/lib/catalog/why-empty/judge-visible'
import type { Question } from '@/lib/catalog/why-empty/question'
import type { EmptyVerdict } from '@/lib/contract/why-empty'

/**
 * The reasoning of an inquiry: reads, one after the other, that rule out or find what can empty a
 * read, from the outside in: the options, what the user sees at all, the company, the clauses. It
 * calls nobody; whoever drives it does the reads and hands in their answers.
 */
export function* findReason(question: Question): Reasoning<EmptyVerdict> {
  const inquiry: Inquiry = newInquiry(question)
  return (
    (yield* judgeOptions(inquiry)) ??
    (yield* judgeVisible(inquiry)) ??
    (yield* judgeCompany(inquiry)) ??
    (yield* judgeClauses(inquiry))
  )
}
