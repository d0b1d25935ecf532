import { cx } from '@/components/ui/cx'
import type { QueryProblem } from '@/lib/odata/query/query-problem'

type Props = Readonly<{ text: string; problems: readonly QueryProblem[] }>

/** The text once more, unseen, with a line under what is wrong. */
export function MarkedText({ text, problems }: Props) {
  const edges = new Set([0, text.length, ...problems.flatMap(({ from, to }) => [from, to])])
  const stops = [...edges].sort((left, right) => left - right)
  return (
    <>
      {stops.slice(0, -1).map((from, index) => {
        const to = stops[index + 1] ?? text.length
        const here = problems.filter((problem) => problem.from <= from && problem.to >= to)
        const isError = here.some(({ severity }) => severity === 'error')
        return (
          <span
            key={from}
            data-problem={here[0]?.code}
            className={cx(
              here.length > 0 &&
                'underline decoration-wavy decoration-from-font underline-offset-4',
              here.length > 0 && (isError ? 'decoration-danger' : 'decoration-warning'),
            )}
          >
            {text.slice(from, to)}
          </span>
        )
      })}
      {/* Keeps the height of a last line that is empty. */}
      {'\u200b'}
    </>
  )
}
