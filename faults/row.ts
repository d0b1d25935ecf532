import type { StateResult } from '@/faults/run-state'

const widths = [38, 12, 12, 34, 18, 8] as const

/** One line of the printed matrix: state, step expected, step named, rule, check, time, verdict. */
export function toRow({ state, named, tookMs, wrong }: StateResult): string {
  const cells = [
    state.id,
    state.truth.step ?? 'none',
    named.step ?? 'none',
    named.rule ?? 'none',
    named.check ?? 'none',
    `${tookMs} ms`,
  ]
  const padded = cells.map((cell, index) => cell.padEnd(widths[index] ?? 0))
  return `${padded.join(' ')} ${wrong.length === 0 ? 'ok' : 'WRONG'}`
}
