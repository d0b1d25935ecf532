import { kindWord } from '@/components/explorer/drift-words'
import type { DriftChange, DriftVerb } from '@/lib/odata/drift/drift'
import { rankOf, ranks, toNeedle, toTyped } from '@/lib/odata/search/words'

/** Which changes are shown. */
export const driftShows = ['all', 'breaking', 'added', 'removed', 'changed'] as const
export type DriftShow = (typeof driftShows)[number]

/** What the address says; anything else shows all. */
export function toDriftShow(text: string): DriftShow {
  return driftShows.find((show) => show === text) ?? 'all'
}

/** A line of the list: an owner, or one of its changes. */
export type DriftRow =
  | Readonly<{ type: 'owner'; owner: string; change: DriftChange; count: number }>
  | Readonly<{ type: 'change'; change: DriftChange }>

/** Those that are shown and named like `text`, or of an owner that is. */
export function chosenChanges(
  changes: readonly DriftChange[],
  { show, text }: Readonly<{ show: DriftShow; text: string }>,
): readonly DriftChange[] {
  const typed = toTyped(text)
  const fits = (name: string) => rankOf(toNeedle(name), typed) > ranks.none
  const isShown = ({ verb, isBreaking }: DriftChange) =>
    show === 'all' || (show === 'breaking' ? isBreaking : verb === (show satisfies DriftVerb))
  return changes.filter(
    (change) =>
      isShown(change) &&
      (typed.joined === '' ||
        fits(change.name) ||
        fits(change.owner) ||
        fits(kindWord(change.kind))),
  )
}

/** Each owner with the changes that stand together under it, in the order in which they came. */
export function toDriftRows(changes: readonly DriftChange[]): readonly DriftRow[] {
  const rows: DriftRow[] = []
  for (let at = 0; at < changes.length; ) {
    const first = changes[at]
    if (!first) break
    let end = at + 1
    while (changes[end]?.owner === first.owner && changes[end]?.isUsed === first.isUsed) end += 1
    rows.push({ type: 'owner', owner: first.owner, change: first, count: end - at })
    for (const change of changes.slice(at, end)) rows.push({ type: 'change', change })
    at = end
  }
  return rows
}
