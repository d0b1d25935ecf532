import { describe, expect, test } from 'vitest'
import {
  outcomeWords,
  type WhyEmptyRun,
  whyEmptyReducer,
} from '@/components/explorer/why-empty-run'
import type { EmptyProbe, EmptyVerdict, WhyEmptyEvent } from '@/lib/contract/why-empty'

const probe: EmptyProbe = {
  number: 1,
  what: 'The same read again',
  asked: 'CustomersV3?$top=1',
  outcome: 'none',
  rows: 0,
  count: null,
  status: null,
  tookMs: 12,
}
const verdict: EmptyVerdict = {
  reason: 'clause',
  confidence: 'certain',
  title: 'One clause lets no row pass',
  sentence: 'x',
  clauses: [],
  companies: [],
  whatToDo: ['y'],
  corrected: null,
}
const started: WhyEmptyEvent = { type: 'started', readsMax: 12, filter: 'a eq 1', clauses: [] }
const asking: WhyEmptyEvent = { type: 'asking', number: 1, what: 'w', asked: 'X' }

function runAfter(...events: readonly WhyEmptyEvent[]): WhyEmptyRun {
  const start = whyEmptyReducer({ phase: 'idle' }, { type: 'start' })
  return events.reduce((run, event) => whyEmptyReducer(run, { type: 'event', event }), start)
}

describe('an inquiry in the browser', () => {
  test('shows what is asked until it is answered, and keeps the answers', () => {
    expect(runAfter(started, asking)).toMatchObject({
      phase: 'running',
      asking: { number: 1 },
      probes: [],
    })
    expect(runAfter(started, asking, { type: 'answered', probe })).toMatchObject({
      asking: null,
      probes: [probe],
    })
  })

  test('ends with the verdict, and hears nothing after it', () => {
    const done = runAfter(started, { type: 'answered', probe }, { type: 'finished', verdict })
    expect(done).toMatchObject({ phase: 'finished', verdict, probes: [probe], filter: 'a eq 1' })
    expect(whyEmptyReducer(done, { type: 'event', event: asking })).toBe(done)
    expect(whyEmptyReducer(done, { type: 'cancel' })).toBe(done)
  })

  test('keeps what was found when it is cancelled, refused or broken', () => {
    const run = runAfter(started, { type: 'answered', probe })
    const ends = [
      whyEmptyReducer(run, { type: 'cancel' }),
      whyEmptyReducer(run, { type: 'broke', error: new Error('x') }),
      runAfter(
        started,
        { type: 'answered', probe },
        { type: 'aborted', title: 't', requestId: 'r' },
      ),
    ]
    expect(ends.map(({ phase }) => phase)).toEqual(['cancelled', 'broken', 'aborted'])
    for (const end of ends) expect(end).toMatchObject({ probes: [probe] })
  })

  test('begins anew from any end', () => {
    const done = runAfter(started, { type: 'finished', verdict })
    expect(whyEmptyReducer(done, { type: 'start' })).toMatchObject({ phase: 'running', probes: [] })
  })
})

test.each([
  [{ outcome: 'none' }, 'no rows'],
  [{ outcome: 'rows', rows: 1 }, 'has rows'],
  [{ outcome: 'rows', rows: 200 }, '200 rows'],
  [{ outcome: 'rows', rows: 1, count: 1 }, '1 row'],
  [{ outcome: 'rows', rows: 1, count: 12345 }, '12,345 rows'],
  [{ outcome: 'refused', status: 403 }, 'refused, HTTP 403'],
  [{ outcome: 'refused', status: null }, 'no answer'],
] as const)('%o reads %s', (known, words) => {
  expect(outcomeWords({ ...probe, ...known })).toBe(words)
})
