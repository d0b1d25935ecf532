import { parseFilter } from '@/lib/odata/parse-filter'
import { type ExpandItem, parseSelect } from '@/lib/odata/select-expand'
import { badRequest } from '@/lib/sandbox/finops/http/answers'
import {
  type EntitySet,
  type Field,
  fieldOf,
  type Navigation,
} from '@/lib/sandbox/finops/model/schema'
import { compileFilter } from '@/lib/sandbox/finops/query/compile-filter'
import { type Test, unknownProperty } from '@/lib/sandbox/finops/query/operand'
import { planRanges } from '@/lib/sandbox/finops/query/plan'
import { type Expansion, rowWriter } from '@/lib/sandbox/finops/read/row-json'
import { checkSelect } from '@/lib/sandbox/finops/read/select'
import type { Wire } from '@/lib/sandbox/finops/read/wire'
import { Cursor, type Range, type RowStore } from '@/lib/sandbox/finops/store/row-store'
import { storeOf, type World } from '@/lib/sandbox/finops/world'

/**
 * Prepares `$expand`: one level, with `$select`, `$filter` and `$top` inside.
 *
 * @throws {FinopsRefusal} 400
 */
export function prepareExpansions(
  items: readonly ExpandItem[],
  set: EntitySet,
  context: Readonly<{ world: World; wire: Wire }>,
): Expansion[] {
  return items.map((item) => {
    const navigation = set.navigations.find((known) => known.name === item.path)
    if (!navigation) throw unknownProperty(item.path, set)
    const target = context.world.catalog.get(navigation.target)
    if (!target) throw unknownProperty(item.path, set)
    const options = nestedOptions(item, target)
    const store = storeOf(context.world, target)
    const write = rowWriter({
      origin: context.world.origin,
      set: target,
      store,
      wire: context.wire,
      select: options.select,
      expansions: [],
    })
    const related = relatedRows({
      store,
      set,
      target,
      navigation,
      test: options.test,
      top: options.top,
    })
    return {
      name: item.path,
      select: options.select,
      write: (cursor) => {
        const rows = related(cursor).map(write)
        const value = navigation.isCollection ? `[${rows.join(',')}]` : (rows[0] ?? 'null')
        return `${JSON.stringify(item.path)}:${value}`
      },
    }
  })
}

type Nested = { select: readonly string[] | undefined; test: Test | undefined; top: number }

function nestedOptions(item: ExpandItem, target: EntitySet): Nested {
  const nested: Nested = { select: undefined, test: undefined, top: Number.POSITIVE_INFINITY }
  for (const { name, value } of item.options) {
    if (name === '$select') nested.select = checkSelect(parseSelect(value), target)
    else if (name === '$filter') nested.test = compileFilter(parseFilter(value), target)
    else if (name === '$top' && /^\d+$/.test(value)) nested.top = Number(value)
    else if (name === '$expand') {
      throw badRequest(
        'The request includes a $expand path which is too deep. The maximum depth allowed is 1.',
      )
    } else throw badRequest(`The query option '${name}' is not supported inside $expand.`)
  }
  return nested
}

type Related = Readonly<{
  store: RowStore
  set: EntitySet
  target: EntitySet
  navigation: Navigation
  test: Test | undefined
  top: number
}>

/** Rows of the target that belong to a row, as cursors; at most 1,000 of them. */
export function relatedRows(related: Related): (cursor: Cursor) => Cursor[] {
  const pairs = related.navigation.on.flatMap(([from, to]): [Field, Field][] => {
    const [own, other] = [fieldOf(related.set, from), fieldOf(related.target, to)]
    return own && other ? [[own, other]] : []
  })
  const limit = Math.min(related.navigation.isCollection ? related.top : 1, 1_000)
  return (cursor) => {
    const equals = new Map(pairs.map(([own, other]) => [other.name, String(cursor.get(own))]))
    const matches: Cursor[] = []
    for (const slot of slotsOf(planRanges(related.store, equals, null))) {
      if (matches.length >= limit) break
      const found = new Cursor()
      const isThere = related.store.moveTo(found, slot) && isMatch(found, pairs, equals)
      if (isThere && (related.test?.(found) ?? true)) matches.push(found)
    }
    return matches
  }
}

function* slotsOf(ranges: readonly Range[]): Generator<number> {
  for (const [from, to] of ranges) {
    for (let slot = from; slot < to; slot += 1) yield slot
  }
}

function isMatch(
  found: Cursor,
  pairs: readonly (readonly [Field, Field])[],
  equals: ReadonlyMap<string, string>,
): boolean {
  return pairs.every(
    ([, other]) => String(found.get(other)).toLowerCase() === equals.get(other.name)?.toLowerCase(),
  )
}
