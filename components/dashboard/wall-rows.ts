import type { Concern, DashboardRow } from '@/lib/contract/dashboard'
import type { EnvironmentUse } from '@/lib/steps/environment-use'

export const kindWords: Readonly<Record<EnvironmentUse, string>> = {
  production: 'Production',
  sandbox: 'Sandbox',
  development: 'Development',
  practice: 'Practice',
  other: 'Other',
}

export type Grouping = 'none' | 'use' | 'owner'
export type WallGroup = Readonly<{ title: string; rows: readonly DashboardRow[] }>

/** Rows that hold every word of `text` in their name, host, owner, kind or reasons. */
export function matchingRows(
  rows: readonly DashboardRow[],
  { text, concern }: Readonly<{ text: string; concern: Concern | undefined }>,
): readonly DashboardRow[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (concern !== undefined && row.concern !== concern) return false
    const held = searched(row)
    return words.every((word) => held.includes(word))
  })
}

function searched({ connection, reasons }: DashboardRow): string {
  const { name, environmentUrl, owner, environmentUse } = connection
  return [name, environmentUrl, owner ?? '', kindWords[environmentUse], ...reasons]
    .join('\n')
    .toLowerCase()
}

/** How many rows there are of each concern. */
export function countConcerns(rows: readonly DashboardRow[]): Readonly<Record<Concern, number>> {
  const counts = { broken: 0, warning: 0, unwatched: 0, fine: 0 }
  for (const { concern } of rows) counts[concern] += 1
  return counts
}

/** Rows in groups; the group with the worst row stands first, since rows come worst first. */
export function toGroups(rows: readonly DashboardRow[], grouping: Grouping): readonly WallGroup[] {
  if (grouping === 'none') return [{ title: '', rows }]
  const groups = new Map<string, DashboardRow[]>()
  for (const row of rows) {
    const { owner, environmentUse } = row.connection
    const title = grouping === 'use' ? kindWords[environmentUse] : (owner ?? 'Nobody named')
    groups.set(title, [...(groups.get(title) ?? []), row])
  }
  return [...groups].map(([title, own]) => ({ title, rows: own }))
}
