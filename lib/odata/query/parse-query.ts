import { isIdentifier } from '@/lib/odata/edm'
import { ODataSyntaxError } from '@/lib/odata/errors'
import { parseKey } from '@/lib/odata/keys'
import { parseOrderBy } from '@/lib/odata/order-by'
import { parseFilterTree } from '@/lib/odata/query/parse-filter-tree'
import {
  type Expansion,
  emptyQuery,
  type KeyLookup,
  noOptions,
  type OrderItem,
  type Query,
  type ReadOptions,
} from '@/lib/odata/query/query'
import { readQueryText } from '@/lib/odata/query/query-text'
import type { QueryOption } from '@/lib/odata/query/write-query-text'
import { parseExpand, parseSelect } from '@/lib/odata/select-expand'
import { splitOutside } from '@/lib/odata/split'

type Mutable<Value> = { -readonly [Name in keyof Value]: Value[Name] }

/**
 * Reads a query as it was typed. It never refuses: what cannot be read stays in `others` (or as a
 * raw key), and `checkQuery` says what is wrong with it.
 */
export function parseQuery(entitySet: string, text: string): Query {
  const { key, options } = readQueryText(text)
  const query: Mutable<Query> = emptyQuery(entitySet)
  if (key) query.key = readKey(key.text)
  readInto(query, options, (name, value) => {
    if (name === '$expand') query.expand = readExpand(value)
    else if (name === 'cross-company') query.crossCompany = readTruth(value.toLowerCase())
    else return false
    return true
  })
  return query
}

function readKey(text: string): KeyLookup {
  return attempt(() => ({ kind: 'parts', parts: parseKey(text) })) ?? { kind: 'raw', text }
}

type Reader = (name: string, value: string) => boolean

/** Reads options into `target`; what neither it nor `extra` knows goes to its `others`. */
function readInto(target: Mutable<ReadOptions>, options: readonly QueryOption[], extra: Reader) {
  const seen = new Set<string>()
  const others: QueryOption[] = []
  for (const { name, value } of options) {
    const isNew = !seen.has(name)
    const isRead =
      isNew && value !== null && attempt(() => readOne(target, name, value) || extra(name, value))
    if (isRead) seen.add(name)
    else others.push({ name, value })
  }
  target.others = others
}

const readers: Readonly<Record<string, (target: Mutable<ReadOptions>, value: string) => void>> = {
  $select: (target, value) => {
    target.select = parseSelect(value)
  },
  $filter: (target, value) => {
    target.filter = parseFilterTree(value)
  },
  $orderby: (target, value) => {
    target.orderBy = readOrder(value)
  },
  $top: (target, value) => {
    target.top = readNumber(value)
  },
  $skip: (target, value) => {
    target.skip = readNumber(value)
  },
  $count: (target, value) => {
    target.count = readTruth(value)
  },
}

function readOne(target: Mutable<ReadOptions>, name: string, value: string): boolean {
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  // An option without a value was begun and asks for nothing yet.
  if (read && value !== '') read(target, value)
  return read !== undefined
}

function readOrder(text: string): OrderItem[] {
  parseOrderBy(text)
  return splitOutside(text, ',').map(([piece]) => {
    const [, field = '', direction] = /^(\S+)(?:\s+(asc|desc))?$/.exec(piece.trim()) ?? []
    return isIdentifier(field)
      ? { kind: 'field', field, descending: direction === 'desc' }
      : { kind: 'raw', text: piece.trim() }
  })
}

function readNumber(text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw malformed(text)
  return value
}

function readTruth(text: string): boolean | null {
  if (text === '') return null
  if (text !== 'true' && text !== 'false') throw malformed(text)
  return text === 'true'
}

function readExpand(text: string): Expansion[] {
  if (text === '') return []
  return parseExpand(text).map(({ path, options }) => {
    const expansion: Mutable<Expansion> = { ...noOptions, relation: path }
    readInto(expansion, options, () => false)
    return expansion
  })
}

function malformed(text: string): ODataSyntaxError {
  return new ODataSyntaxError('option_malformed', text, 0)
}

function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ODataSyntaxError) return undefined
    throw error
  }
}
