import { mix, saltOf } from '@/lib/sandbox/finops/model/random'
import type { Cursor, RowStore } from '@/lib/sandbox/finops/store/row-store'

const firstRecId = 5_637_144_576

/** Record id of a row: the same for ever, above F&O's own first one. */
export function recIdOf(store: RowStore, slot: number): number {
  return firstRecId + (saltOf(store.source.id) % 1000) * 2_000_000 + slot
}

/** `W/"Jz..."`: version and record id, as F&O writes them; every change makes a new version. */
export function etagOf(store: RowStore, cursor: Cursor): string {
  const changes = store.overlay.versions.get(cursor.slot) ?? 0
  const version = changes === 0 ? 0 : mix(cursor.slot, changes)
  return `W/"${btoa(`'${version},${recIdOf(store, cursor.slot)}'`)}"`
}
