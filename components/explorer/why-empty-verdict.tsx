import { Lightbulb, Play } from 'lucide-react'
import { WhyEmptyFilter } from '@/components/explorer/why-empty-filter'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import type { Tone } from '@/components/ui/tone'
import type { EmptyVerdict } from '@/lib/contract/why-empty'
import type { Confidence } from '@/lib/diagnosis/diagnosis'

type Props = Readonly<{
  verdict: EmptyVerdict
  filter: string | null
  onRun: (options: string) => void
}>

const sureness: Readonly<Record<Confidence, readonly [word: string, tone: Tone]>> = {
  certain: ['Certain: it was tested', 'success'],
  likely: ['Likely', 'info'],
  possible: ['Possible: this cannot be tested', 'warning'],
}

/** Why it is empty, where in the filter, what to do, and a query that brings rows. */
export function WhyEmptyVerdict({ verdict, filter, onRun }: Props) {
  const [word, tone] = sureness[verdict.confidence]
  const { corrected } = verdict
  return (
    <section
      aria-labelledby="why-empty-title"
      className="overflow-hidden rounded-lg border border-accent/40 bg-surface"
    >
      <div className="flex items-start gap-3 bg-accent-soft px-5 py-4">
        <Lightbulb aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
        <div className="flex min-w-0 flex-col items-start gap-2">
          <h3 id="why-empty-title" className="text-lg font-semibold break-words">
            {verdict.title}
          </h3>
          <Badge tone={tone} className="bg-surface!">
            {word}
          </Badge>
        </div>
      </div>
      <div className="grid grid-cols-1 gap-5 border-t border-line px-5 py-5">
        <p className="max-w-prose break-words">{verdict.sentence}</p>
        {filter !== null && verdict.clauses.length > 0 ? (
          <div>
            <h4 className="mb-1 text-sm font-semibold">In the filter</h4>
            <WhyEmptyFilter filter={filter} clauses={verdict.clauses} />
          </div>
        ) : null}
        <div>
          <h4 className="text-sm font-semibold">What to do</h4>
          <ol className="mt-1 grid max-w-prose list-decimal gap-1.5 pl-5 marker:font-medium marker:text-muted">
            {verdict.whatToDo.map((sentence) => (
              <li key={sentence} className="pl-1 break-words">
                {sentence}
              </li>
            ))}
          </ol>
        </div>
        {corrected ? (
          <div className="flex flex-col items-start gap-2.5">
            <div className="w-full">
              <h4 className="text-sm font-semibold">A query that brings rows</h4>
              <p className="text-sm text-muted">{corrected.change}.</p>
              <p className="mt-1.5 w-full rounded-md border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere">
                {corrected.options === '' ? (
                  <span className="text-muted">no options</span>
                ) : (
                  corrected.options
                )}
              </p>
            </div>
            <Button variant="primary" onClick={() => onRun(corrected.options)}>
              <Play aria-hidden="true" />
              Run the corrected query
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
