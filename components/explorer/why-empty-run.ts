import type { EmptyProbe, EmptyVerdict, FilterSpan, WhyEmptyEvent } from '@/lib/contract/why-empty'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'

/** A read that was sent and is not answered yet. */
export type AskedProbe = Readonly<{ number: number; what: string; asked: string }>

type Seen = Readonly<{
  readsMax: number
  filter: string | null
  clauses: readonly FilterSpan[]
  probes: readonly EmptyProbe[]
}>

/** An inquiry as the browser sees it, from the button to the verdict. */
export type WhyEmptyRun =
  | Readonly<{ phase: 'idle' }>
  | (Seen & Readonly<{ phase: 'running'; asking: AskedProbe | null }>)
  | (Seen & Readonly<{ phase: 'finished'; verdict: EmptyVerdict }>)
  | (Seen & Readonly<{ phase: 'refused'; diagnosis: Diagnosis; failure: Failure }>)
  | (Seen & Readonly<{ phase: 'cancelled' }>)
  | (Seen & Readonly<{ phase: 'broken'; error: unknown }>)
  | (Seen & Readonly<{ phase: 'aborted'; title: string; requestId: string }>)

/** What moves an inquiry on: the page itself, or a line of the stream. */
export type WhyEmptyAction =
  | Readonly<{ type: 'start' }>
  | Readonly<{ type: 'cancel' }>
  | Readonly<{ type: 'broke'; error: unknown }>
  | Readonly<{ type: 'event'; event: WhyEmptyEvent }>

const nothing: Seen = { readsMax: 0, filter: null, clauses: [], probes: [] }

/** The next state; a line that comes after the end changes nothing. */
export function whyEmptyReducer(run: WhyEmptyRun, action: WhyEmptyAction): WhyEmptyRun {
  const begun: Running = { ...nothing, phase: 'running', asking: null }
  if (run.phase !== 'running') return action.type === 'start' ? begun : run
  switch (action.type) {
    case 'start':
      return begun
    case 'cancel':
      return { ...seenBy(run), phase: 'cancelled' }
    case 'broke':
      return { ...seenBy(run), phase: 'broken', error: action.error }
    case 'event':
      return onEvent(run, action.event)
  }
}

type Running = Extract<WhyEmptyRun, { phase: 'running' }>

function onEvent(run: Running, event: WhyEmptyEvent): WhyEmptyRun {
  switch (event.type) {
    case 'started': {
      const { readsMax, filter, clauses } = event
      return { ...run, readsMax, filter, clauses }
    }
    case 'asking': {
      const { number, what, asked } = event
      return { ...run, asking: { number, what, asked } }
    }
    case 'answered':
      return { ...run, asking: null, probes: [...run.probes, event.probe] }
    case 'finished':
      return { ...seenBy(run), phase: 'finished', verdict: event.verdict }
    case 'refused': {
      const { diagnosis, failure } = event
      return { ...seenBy(run), phase: 'refused', diagnosis, failure }
    }
    case 'aborted': {
      const { title, requestId } = event
      return { ...seenBy(run), phase: 'aborted', title, requestId }
    }
  }
}

function seenBy({ readsMax, filter, clauses, probes }: Running): Seen {
  return { readsMax, filter, clauses, probes }
}

/** What a read brought, in words. Most ask for one row only, to learn whether there is any. */
export function outcomeWords({ outcome, rows, count, status }: EmptyProbe): string {
  if (outcome === 'refused') return status === null ? 'no answer' : `refused, HTTP ${status}`
  if (outcome === 'none') return 'no rows'
  if (count !== null) return `${count.toLocaleString('en')} ${count === 1 ? 'row' : 'rows'}`
  return rows === 1 ? 'has rows' : `${rows.toLocaleString('en')} rows`
}
