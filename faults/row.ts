import type { StateResult } from '@/faults/run-state'

const widths = [38, 12, 12, 34, 18, 9] as const

/** The head of the printed matrix. */
export const head = line('state', 'step', 'named', 'rule', 'check', 'took', '')

/** One line of the printed matrix: state, step expected, step named, rule, check, time, verdict. */
export function toRow({ state, named, tookMs, wrong }: StateResult): string {
  return line(
    state.id,
    state.truth.step ?? 'none',
    named.step ?? 'none',
    named.rule ?? 'none',
    named.check ?? 'none',
    `${tookMs} ms`,
    wrong.length === 0 ? 'ok' : 'WRONG',
  )
}

function line(...cells: readonly string[]): string {
  return cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' ')
}
