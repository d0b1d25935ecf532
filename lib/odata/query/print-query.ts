import { printKey } from '@/lib/odata/keys'
import { printFilterTree } from '@/lib/odata/query/filter-tree'
import { parseQuery } from '@/lib/odata/query/parse-query'
import type { Expansion, KeyLookup, OrderItem, Query, ReadOptions } from '@/lib/odata/query/query'
import { readQueryText } from '@/lib/odata/query/query-text'
import { type QueryOption, writeQueryText } from '@/lib/odata/query/write-query-text'

/** Writes a query as a person would type it; `parseQuery` reads the same query from it. */
export function printQuery(query: Query): string {
  return writeQueryText(printKeyLookup(query.key), [...given(pairsOf(query)), ...query.others])
}

/**
 * The text of `next`, with as much of `text` left to the letter as can be: only the options that
 * differ are written anew, in their place.
 */
export function applyQuery(text: string, next: Query): string {
  const printed = printQuery(next)
  const before = parseQuery(next.entitySet, text)
  const [old, wanted] = [new Map(pairsOf(before)), pairsOf(next)]
  const changed = new Map(wanted.filter(([name, value]) => old.get(name) !== value))
  const { options, isEncoded } = readQueryText(text)
  if (isEncoded || !sameOthers(before, next)) return printed

  const kept = options.flatMap((option, index): QueryOption[] => {
    const isFirst = options.findIndex(({ name }) => name === option.name) === index
    if (!isFirst || !changed.has(option.name)) return [option]
    const value = changed.get(option.name)
    changed.delete(option.name)
    return value === undefined ? [] : [{ name: option.name, value }]
  })
  const patched = writeQueryText(printKeyLookup(next.key), [...kept, ...given([...changed])])
  return printQuery(parseQuery(next.entitySet, patched)) === printed ? patched : printed
}

function sameOthers(before: Query, next: Query): boolean {
  return JSON.stringify(before.others) === JSON.stringify(next.others)
}

function printKeyLookup(key: KeyLookup | null): string | null {
  if (!key) return null
  return key.kind === 'raw' ? key.text : printKey(key.parts).slice(1, -1)
}

type Pair = readonly [name: string, value: string | undefined]

/** Every option that we know with its text, undefined where it is not given. */
function pairsOf(query: Query): Pair[] {
  const [filter, select, ...rest] = readPairs(query)
  return [
    ['cross-company', query.crossCompany?.toString()],
    ...[filter, select].filter((pair) => pair !== undefined),
    ['$expand', orNothing(query.expand.map(printExpansion).join(','))],
    ...rest,
  ]
}

function readPairs(options: ReadOptions): Pair[] {
  return [
    ['$filter', orNothing(printFilterTree(options.filter))],
    ['$select', orNothing(options.select.join(','))],
    ['$orderby', orNothing(options.orderBy.map(printOrderItem).join(','))],
    ['$top', options.top?.toString()],
    ['$skip', options.skip?.toString()],
    ['$count', options.count?.toString()],
  ]
}

function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text
}

function given(pairs: readonly Pair[]): QueryOption[] {
  return pairs.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

function printOrderItem(item: OrderItem): string {
  if (item.kind === 'raw') return item.text
  return item.descending ? `${item.field} desc` : item.field
}

function printExpansion(expansion: Expansion): string {
  const options = [...given(readPairs(expansion)), ...expansion.others]
  const inner = options.map(({ name, value }) => `${name}=${value ?? ''}`).join(';')
  return inner === '' ? expansion.relation : `${expansion.relation}(${inner})`
}
