import { CircleAlert, TriangleAlert } from 'lucide-react'
import { buttonLook } from '@/components/ui/button-look'
import { cx } from '@/components/ui/cx'
import type { QueryProblem } from '@/lib/odata/query/query-problem'

type Props = Readonly<{
  problems: readonly QueryProblem[]
  /** Puts `text` where the problem stands. */
  onFix: (problem: QueryProblem, text: string) => void
}>

const shownMax = 4

/** What is underlined, in words, with what to write instead. */
export function ProblemList({ problems, onFix }: Props) {
  const rest = problems.length - shownMax
  return (
    <ul aria-label="What is wrong with the text" className="flex flex-col gap-1 text-sm">
      {problems.slice(0, shownMax).map((problem) => (
        <li
          key={`${problem.from}-${problem.code}`}
          className="flex flex-wrap items-baseline gap-x-2 gap-y-1"
        >
          <span
            className={cx(
              'flex min-w-0 items-baseline gap-1.5',
              problem.severity === 'error' ? 'text-danger' : 'text-warning',
            )}
          >
            <ProblemIcon severity={problem.severity} />
            <span className="min-w-0 break-words">{problem.message}</span>
          </span>
          {problem.fixes.map(({ label, text }) => (
            <button
              key={text}
              type="button"
              aria-label={`Write ${label}`}
              onClick={() => onFix(problem, text)}
              className={cx(
                buttonLook('secondary', 'sm'),
                'min-h-6 max-w-full px-1.5 font-mono text-xs font-normal whitespace-normal break-all',
              )}
            >
              {label}
            </button>
          ))}
        </li>
      ))}
      {rest > 0 ? <li className="text-muted">and {rest} more</li> : null}
    </ul>
  )
}

function ProblemIcon({ severity }: Pick<QueryProblem, 'severity'>) {
  const Icon = severity === 'error' ? CircleAlert : TriangleAlert
  return <Icon aria-hidden="true" className="size-4 shrink-0 translate-y-0.5" />
}
