import { ArrowRight } from 'lucide-react'
import { toTook } from '@/components/proof/took'
import { toMoment } from '@/components/ui/duration'
import { StatusIcon, statusWord } from '@/components/ui/status-icon'
import type { FactChange, LinkChange, LinkSide } from '@/lib/contract/comparison'
import { stepNumber } from '@/lib/steps/step'

/** One link that two runs saw differently: how it ended, which facts, how long it took. */
export function LinkChangeRow({ link }: Readonly<{ link: LinkChange }>) {
  const { title, step, before, after, facts, took } = link
  const turned = before?.verdict !== after?.verdict
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium">{title}</span>
        <span className="text-faint text-sm">Step {stepNumber(step)}</span>
      </p>
      {turned ? (
        <div className="grid gap-1 text-sm">
          <Side label="Before" side={before} />
          <Side label="After" side={after} />
        </div>
      ) : null}
      {facts.length > 0 ? (
        <dl className="grid gap-1 text-sm">
          {facts.map((fact) => (
            <Fact key={`${fact.name} ${fact.before} ${fact.after}`} fact={fact} />
          ))}
        </dl>
      ) : null}
      {took ? (
        <p className="text-sm">
          <span className="text-muted">Time: </span>
          {toTook(took.beforeMs)}
          <Then />
          {toTook(took.afterMs)}
        </p>
      ) : null}
    </li>
  )
}

function Side({ label, side }: Readonly<{ label: string; side: LinkSide | null }>) {
  return (
    <p className="grid grid-cols-[4rem_1.25rem_minmax(0,1fr)] gap-x-2">
      <span className="text-muted">{label}</span>
      {side ? <StatusIcon status={side.verdict} silent className="size-4.5" /> : <span />}
      <span>
        {side ? (
          <>
            <span className="sr-only">{statusWord(side.verdict)}: </span>
            {side.says}
          </>
        ) : (
          'was not part of the run'
        )}
      </span>
    </p>
  )
}

function Fact({ fact: { name, before, after } }: Readonly<{ fact: FactChange }>) {
  return (
    <div className="min-w-0">
      <dt className="text-muted first-letter:uppercase">{name}</dt>
      <dd className="min-w-0 wrap-anywhere font-mono text-xs leading-[1.375rem]">
        <Value value={before} />
        <Then />
        <Value value={after} />
      </dd>
    </div>
  )
}

function Value({ value }: Readonly<{ value: string | null }>) {
  if (value === null) return <span className="font-sans text-faint">not told</span>
  // Moments are told as everywhere else; whatever else it is stays to the letter.
  return <span>{/^\d{4}-\d\d-\d\dT/.test(value) ? toMoment(value) : value}</span>
}

function Then() {
  return (
    <>
      <ArrowRight aria-hidden="true" className="mx-1.5 inline size-3.5 text-faint" />
      <span className="sr-only"> became </span>
    </>
  )
}
