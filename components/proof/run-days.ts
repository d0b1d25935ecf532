import type { ProofSummary } from '@/lib/contract/proof'

/** The runs of one day by UTC, oldest first. */
export type RunDay = Readonly<{ day: string; runs: readonly ProofSummary[] }>

/** Groups a history, which comes newest first, into days, oldest first. */
export function toRunDays(proofs: readonly ProofSummary[]): RunDay[] {
  const days = new Map<string, ProofSummary[]>()
  for (const proof of proofs.toReversed()) {
    const day = proof.finishedAt.slice(0, 10)
    days.set(day, [...(days.get(day) ?? []), proof])
  }
  return [...days].map(([day, runs]) => ({ day, runs }))
}

/** From when to when on that day, by UTC: `08:00`, or `08:00-14:02`. */
export function hoursOf({ runs }: RunDay): string {
  const clocks = [runs[0], runs.at(-1)].map((run) => run?.finishedAt.slice(11, 16) ?? '')
  return [...new Set(clocks)].join('–')
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2026-11-25` as `25 Nov`. */
export function dayWords(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]}`
}
