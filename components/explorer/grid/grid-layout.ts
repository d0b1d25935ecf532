import { z } from 'zod'

const names = z.array(z.string().max(128)).max(2000)

/** How a person has laid out the columns of an entity, as it is kept in the browser. */
export const GridLayout = z.object({
  /** Names in their order; a column that it does not name stands behind them. */
  columnOrder: names,
  /** False for the hidden ones. */
  columnVisibility: z.record(z.string(), z.boolean()),
  columnPinning: z.object({ start: names, end: names }),
  /** In rem. */
  columnSizing: z.record(z.string(), z.number().min(2).max(100)),
})
export type GridLayout = z.infer<typeof GridLayout>

export const plainLayout: GridLayout = {
  columnOrder: [],
  columnVisibility: {},
  columnPinning: { start: [], end: [] },
  columnSizing: {},
}

/** Whether nothing was changed, or all of it changed back. */
export function isPlain(layout: GridLayout): boolean {
  const { columnOrder, columnVisibility, columnPinning, columnSizing } = layout
  return (
    columnOrder.length === 0 &&
    columnPinning.start.length === 0 &&
    Object.keys(columnSizing).length === 0 &&
    !Object.values(columnVisibility).includes(false)
  )
}

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const keyOf = (entity: string) => `fivestep.grid.${entity}`

/** The layout that was kept for an entity; the plain one where none is, or none that can be read. */
export function readLayout(storage: Kept, entity: string): GridLayout {
  try {
    const text = storage.getItem(keyOf(entity))
    const parsed = text === null ? undefined : GridLayout.safeParse(JSON.parse(text))
    return parsed?.success ? parsed.data : plainLayout
  } catch {
    // A browser that forbids storage, or a text that is no JSON: columns stand as they come.
    return plainLayout
  }
}

/** Keeps a layout; the plain one by forgetting what was kept. */
export function keepLayout(storage: Kept, entity: string, layout: GridLayout): void {
  try {
    if (isPlain(layout)) storage.removeItem(keyOf(entity))
    else storage.setItem(keyOf(entity), JSON.stringify(layout))
  } catch {
    // Full or forbidden: the layout holds for as long as the page does.
  }
}

/** `list` with `name` moved to where it stands before another one, or to the end. */
export function movedBefore(
  list: readonly string[],
  name: string,
  before: string | undefined,
): string[] {
  const others = list.filter((other) => other !== name)
  const place = before === undefined ? -1 : others.indexOf(before)
  return others.toSpliced(place === -1 ? others.length : place, 0, name)
}
