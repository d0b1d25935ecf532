import { Ban, CircleDashed, LoaderCircle, Rows3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { outcomeWords, type WhyEmptyRun } from '@/components/explorer/why-empty-run'
import type { EmptyProbe } from '@/lib/contract/why-empty'

type Props = Readonly<{ run: Exclude<WhyEmptyRun, { phase: 'idle' }> }>

/** Every read that was made, what it brought and how long it took: the evidence of the verdict. */
export function WhyEmptyProbes({ run }: Props) {
  const { probes, readsMax } = run
  const asking = run.phase === 'running' ? run.asking : null
  const title = probes.length === 1 ? '1 read' : `${probes.length} reads`
  return (
    <section className="overflow-hidden rounded-lg border border-line bg-surface">
      <h3 className="border-b border-line px-4 py-2.5 text-sm font-semibold">
        What was asked
        <span className="ml-2 font-normal text-muted tabular-nums">
          {title}
          {run.phase === 'running' && readsMax > 0 ? ` of at most ${readsMax}` : ''}
        </span>
      </h3>
      <ol className="divide-y divide-line">
        {probes.map((probe) => (
          <Line
            key={probe.number}
            icon={icons[probe.outcome]}
            what={probe.what}
            asked={probe.asked}
            end={<Outcome probe={probe} />}
          />
        ))}
        {asking ? (
          <Line
            icon={<LoaderCircle className="animate-spin text-accent motion-reduce:animate-none" />}
            what={asking.what}
            asked={asking.asked}
            end={<span className="text-muted">asking…</span>}
          />
        ) : null}
      </ol>
      {probes.length === 0 && !asking ? (
        <p className="px-4 py-3 text-sm text-muted">
          {run.phase === 'running' ? 'The first read is being made ready.' : 'Nothing was read.'}
        </p>
      ) : null}
    </section>
  )
}

const icons: Readonly<Record<EmptyProbe['outcome'], ReactNode>> = {
  rows: <Rows3 className="text-success" />,
  none: <CircleDashed className="text-faint" />,
  refused: <Ban className="text-warning" />,
}

type LineProps = Readonly<{ icon: ReactNode; what: string; asked: string; end: ReactNode }>

function Line({ icon, what, asked, end }: LineProps) {
  return (
    <li className="grid grid-cols-[1.125rem_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[1.125rem_minmax(0,1fr)_auto]">
      <span aria-hidden="true" className="mt-0.5 [&_svg]:size-[1.125rem]">
        {icon}
      </span>
      <p className="min-w-0 text-sm font-medium break-words">{what}</p>
      <p className="flex items-baseline gap-3 text-sm tabular-nums max-sm:col-start-2 sm:justify-end">
        {end}
      </p>
      <p className="col-start-2 font-mono text-xs wrap-anywhere text-muted sm:col-end-4">{asked}</p>
    </li>
  )
}

function Outcome({ probe }: Readonly<{ probe: EmptyProbe }>) {
  return (
    <>
      <span className={probe.outcome === 'rows' ? 'font-medium' : 'text-muted'}>
        {outcomeWords(probe)}
      </span>
      <span className="text-xs text-muted">{Math.round(probe.tookMs)} ms</span>
    </>
  )
}
