import { Fragment } from 'react'
import type { FilterSpan } from '@/lib/contract/why-empty'

type Props = Readonly<{ filter: string; clauses: readonly FilterSpan[] }>

/** The filter as it was sent, the clauses to blame underlined where they stand in it. */
export function WhyEmptyFilter({ filter, clauses }: Props) {
  return (
    <p className="rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm break-words whitespace-pre-wrap">
      {clauses.map((clause, index) => (
        <Fragment key={clause.from}>
          {filter.slice(clauses[index - 1]?.to ?? 0, clause.from)}
          <mark className="bg-warning-soft font-medium text-ink underline decoration-warning decoration-wavy decoration-1 underline-offset-4">
            {clause.text}
          </mark>
        </Fragment>
      ))}
      {filter.slice(clauses.at(-1)?.to ?? 0)}
    </p>
  )
}
