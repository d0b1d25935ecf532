import type { Row } from '@/lib/sandbox/finops/model/schema'
import { InfologError } from '@/lib/sandbox/finops/write/infolog'

/** More changes than this in one environment are refused: they live in memory only. */
const changesMax = 10_000

/** What callers changed in one table since the start. */
export class Overlay {
  readonly patched = new Map<number, Row>()
  readonly removed = new Set<number>()
  readonly added: Row[] = []
  /** How often a row was changed, for its etag. */
  readonly versions = new Map<number, number>()
  readonly #budget: { left: number }

  constructor(budget: { left: number }) {
    this.#budget = budget
  }

  add(row: Row): void {
    this.#spend()
    this.added.push(row)
  }

  patch(slot: number, changes: Row): void {
    this.#spend()
    this.patched.set(slot, { ...this.patched.get(slot), ...changes })
    this.versions.set(slot, (this.versions.get(slot) ?? 0) + 1)
  }

  remove(slot: number): void {
    this.#spend()
    this.removed.add(slot)
    this.patched.delete(slot)
  }

  #spend(): void {
    if (this.#budget.left <= 0) {
      throw new InfologError(
        `The practice environment keeps ${changesMax} changes at most. Restart it to begin anew.`,
      )
    }
    this.#budget.left -= 1
  }
}

/** The overlays of one environment, one a table, that share a limit. */
export class Overlays {
  readonly #overlays = new Map<string, Overlay>()
  readonly #budget = { left: changesMax }

  of(storeId: string): Overlay {
    const overlay = this.#overlays.get(storeId) ?? new Overlay(this.#budget)
    this.#overlays.set(storeId, overlay)
    return overlay
  }
}
