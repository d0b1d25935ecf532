import { propertyName } from '@/lib/odata/filter'
import type { OrderByItem } from '@/lib/odata/order-by'
import { badRequest } from '@/lib/sandbox/finops/http/answers'
import { type EntitySet, type Field, fieldOf } from '@/lib/sandbox/finops/model/schema'
import { unknownProperty } from '@/lib/sandbox/finops/query/operand'
import { type Scan, scanRows } from '@/lib/sandbox/finops/query/scan'
import type { Cursor } from '@/lib/sandbox/finops/store/row-store'

/** A row by what it is ordered by; the slot breaks ties, so that the order is total. */
export type Ranked = Readonly<{ keys: readonly (string | number)[]; slot: number }>

export type Order = Readonly<{
  rank: (cursor: Cursor) => Ranked
  compare: (left: Ranked, right: Ranked) => number
}>

/** More rows than this are never held while ordering. */
const heldMax = 50_000

/** @throws {FinopsRefusal} 400 for anything but property names */
export function compileOrder(items: readonly OrderByItem[], set: EntitySet): Order {
  const fields = items.map(({ expression, descending }) => {
    const name = propertyName(expression)
    if (name === undefined) throw badRequest('Only ordering by properties is supported.')
    const field = fieldOf(set, name)
    if (!field) throw unknownProperty(name, set)
    return { field, sign: descending ? -1 : 1 }
  })
  return {
    rank: (cursor) => ({
      keys: fields.map(({ field }) => keyOf(field, cursor)),
      slot: cursor.slot,
    }),
    compare: (left, right) => {
      for (const [index, { sign }] of fields.entries()) {
        const [first = '', second = ''] = [left.keys[index], right.keys[index]]
        if (first !== second) return first < second ? -sign : sign
      }
      return left.slot - right.slot
    },
  }
}

function keyOf(field: Field, cursor: Cursor): string | number {
  const value = cursor.get(field)
  return typeof value === 'number' ? value : String(value).toLowerCase()
}

/**
 * The `take` rows that come first after `after`, in order, skipping `skip` of them.
 *
 * Scans with a heap of bounded size; a deep skip scans several times instead of holding more.
 */
export async function firstInOrder(
  scan: Scan,
  order: Order,
  wanted: Readonly<{ after: Ranked | null; skip: number; take: number }>,
): Promise<Ranked[]> {
  let { after, skip } = wanted
  while (skip + wanted.take > heldMax) {
    const passed = await smallest(scan, order, { after, size: Math.min(skip, heldMax) })
    const last = passed.at(-1)
    if (!last || passed.length < Math.min(skip, heldMax)) return []
    after = last
    skip -= passed.length
  }
  const found = await smallest(scan, order, { after, size: skip + wanted.take })
  return found.slice(skip)
}

async function smallest(
  scan: Scan,
  order: Order,
  { after, size }: Readonly<{ after: Ranked | null; size: number }>,
): Promise<Ranked[]> {
  const heap = new LargestFirst(order.compare)
  if (size === 0) return []
  await scanRows(scan, (cursor) => {
    const ranked = order.rank(cursor)
    if (after && order.compare(ranked, after) <= 0) return true
    if (heap.size < size) heap.push(ranked)
    else if (heap.isBelowTop(ranked)) heap.replaceTop(ranked)
    return true
  })
  return heap.sorted()
}

/** A binary heap with the last row of the order on top. */
class LargestFirst {
  readonly #items: Ranked[] = []
  readonly #compare: Order['compare']

  constructor(compare: Order['compare']) {
    this.#compare = compare
  }

  get size(): number {
    return this.#items.length
  }

  isBelowTop(item: Ranked): boolean {
    const [top] = this.#items
    return top !== undefined && this.#compare(item, top) < 0
  }

  push(item: Ranked): void {
    this.#items.push(item)
    let at = this.#items.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#swapIfLarger(at, parent)) return
      at = parent
    }
  }

  replaceTop(item: Ranked): void {
    this.#items[0] = item
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const larger = this.#isLarger(left + 1, left) ? left + 1 : left
      if (!this.#swapIfLarger(larger, at)) return
      at = larger
    }
  }

  sorted(): Ranked[] {
    return this.#items.sort(this.#compare)
  }

  #isLarger(at: number, than: number): boolean {
    const [item, other] = [this.#items[at], this.#items[than]]
    return item !== undefined && other !== undefined && this.#compare(item, other) > 0
  }

  #swapIfLarger(at: number, than: number): boolean {
    const [item, other] = [this.#items[at], this.#items[than]]
    if (!item || !other || this.#compare(item, other) <= 0) return false
    this.#items[at] = other
    this.#items[than] = item
    return true
  }
}
