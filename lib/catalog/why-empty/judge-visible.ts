import {
  ask,
  hasRows,
  type Inquiry,
  probeOf,
  type Reasoning,
} from '@/lib/catalog/why-empty/inquiry'
import { toVerdict } from '@/lib/catalog/why-empty/verdict'
import type { EmptyVerdict } from '@/lib/contract/why-empty'

/** Whether the user sees any row of the set, in whatever company; keeps one with its types. */
export function* judgeVisible(inquiry: Inquiry): Reasoning<EmptyVerdict | undefined> {
  const { question } = inquiry
  const probe = probeOf(inquiry, {
    what: 'Any row at all: no filter, every company',
    filter: '',
    crossCompany: true,
  })
  const answer = yield* ask(inquiry, { ...probe, metadata: 'full' })
  inquiry.row = answer?.rows[0] ?? null
  if (hasRows(answer)) return undefined
  return toVerdict({
    reason: 'nothing_visible',
    confidence: 'possible',
    title: `${question.entitySet} shows this user no rows at all`,
    sentence:
      'Without any filter and in every company nothing comes either, so the query is not to blame. Either the table is empty in this environment, or the roles of the mapped user, or a security policy on its records, hide every row: from outside both look the same.',
    whatToDo: [
      'Look in Finance & Operations whether the data is there: open the form of this entity as an administrator.',
      'Sign in as the mapped user, or compare its roles with those of a user who sees the rows.',
      'In an environment that was made or refreshed recently, check that the data was imported at all.',
    ],
  })
}
