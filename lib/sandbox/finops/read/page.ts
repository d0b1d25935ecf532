import { badRequest } from '@/lib/sandbox/finops/http/answers'
import { firstInOrder, type Order, type Ranked } from '@/lib/sandbox/finops/query/order'
import { countRows, type Scan, scanFrom, scanRows } from '@/lib/sandbox/finops/query/scan'

/** F&O never answers more rows at once. */
export const pageSizeMax = 10_000

export type PageWish = Readonly<{
  top: number
  skip: number
  pageSize: number
  /** What the former page's link said; undefined on the first page. */
  skipToken: string | undefined
}>

/** The rows of a page by slot, and what the link to the next one must say. */
export type Page = Readonly<{ slots: readonly number[]; nextToken: string | null }>

/**
 * Finds the rows of one page.
 *
 * @throws {FinopsRefusal} 400 for a skip token that is none of ours
 */
export async function findPage(scan: Scan, order: Order | null, wish: PageWish): Promise<Page> {
  const take = Math.min(wish.top, wish.pageSize)
  if (take === 0) return { slots: [], nextToken: null }
  const more = wish.top > take ? 1 : 0
  if (order) {
    const after = wish.skipToken === undefined ? null : parseOrderedToken(wish.skipToken)
    const found = await firstInOrder(scan, order, { after, skip: wish.skip, take: take + more })
    const last = found[take - 1]
    const nextToken = found.length > take && last ? printOrderedToken(last) : null
    return { slots: found.slice(0, take).map((ranked) => ranked.slot), nextToken }
  }
  const first = wish.skipToken === undefined ? 0 : parseSlotToken(wish.skipToken)
  const slots = await findSlots(scanFrom(scan, first), wish.skip, take + more)
  const next = slots.length > take ? slots[take] : undefined
  return { slots: slots.slice(0, take), nextToken: next === undefined ? null : String(next) }
}

async function findSlots(scan: Scan, skip: number, take: number): Promise<number[]> {
  const jump = await jumpOver(scan, skip)
  const slots: number[] = []
  let left = jump.left
  await scanRows(jump.scan, (cursor) => {
    if (left > 0) left -= 1
    else slots.push(cursor.slot)
    return slots.length < take
  })
  return slots
}

/** Rows that are skipped need not be made when every slot of a range is known to hold one. */
async function jumpOver(scan: Scan, skip: number): Promise<{ scan: Scan; left: number }> {
  let left = skip
  for (const [index, range] of scan.ranges.entries()) {
    const held = scan.test ? -1 : await countRows({ ...scan, ranges: [range] })
    const isFull = held === range[1] - range[0]
    if (!isFull || left < held) {
      const jump = isFull ? left : 0
      const rest = scan.ranges.slice(index + 1)
      return {
        scan: { ...scan, ranges: [[range[0] + jump, range[1]], ...rest] },
        left: left - jump,
      }
    }
    left -= held
  }
  return { scan: { ...scan, ranges: [] }, left: 0 }
}

function parseSlotToken(token: string): number {
  if (!/^\d{1,15}$/.test(token)) throw badToken(token)
  return Number(token)
}

function printOrderedToken(ranked: Ranked): string {
  return Buffer.from(JSON.stringify([ranked.slot, ...ranked.keys])).toString('base64url')
}

function parseOrderedToken(token: string): Ranked {
  try {
    const [slot, ...keys]: unknown[] = JSON.parse(Buffer.from(token, 'base64url').toString())
    const isKey = (key: unknown): key is string | number => /string|number/.test(typeof key)
    if (typeof slot === 'number' && keys.every(isKey)) return { slot, keys }
  } catch (cause) {
    throw Object.assign(badToken(token), { cause })
  }
  throw badToken(token)
}

function badToken(token: string) {
  return badRequest(`The skip token '${token}' is not valid.`)
}
