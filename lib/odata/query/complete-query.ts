import type { CatalogView } from '@/lib/odata/query/check-query'
import { completeFilter } from '@/lib/odata/query/complete-filter'
import { type Completion, pick } from '@/lib/odata/query/completion'
import { type EntityShape, relationOf } from '@/lib/odata/query/entity-shape'
import { type OptionText, readQueryText } from '@/lib/odata/query/query-text'
import { splitOutside } from '@/lib/odata/split'

const optionNames: readonly (readonly [insert: string, detail: string])[] = [
  ['$filter=', 'which rows'],
  ['$select=', 'which columns'],
  ['$orderby=', 'in which order'],
  ['$expand=', 'with related rows'],
  ['$top=', 'how many at most'],
  ['$skip=', 'after how many'],
  ['$count=true', 'how many there are'],
  ['cross-company=true', 'rows of every company'],
]
const nestedNames = optionNames.filter(([name]) => !/^(?:\$expand|cross)/.test(name))

/**
 * What may be written at `cursor`: option names, fields, operators, enum members, relations. Null
 * where nothing is known, and in text that is percent-encoded.
 */
export function completeQuery(
  text: string,
  cursor: number,
  catalog: CatalogView,
): Completion | null {
  const { key, options, isEncoded } = readQueryText(text)
  if (isEncoded || (key && cursor <= key.to)) return null
  const option = options.findLast(({ from }) => from <= cursor)
  const isIn = option && text.slice(option.to, cursor).trim() === ''
  if (!option || !isIn) {
    return pick({ text: wordBefore(text, cursor, /[^&?\s]*$/), cursor }, toItems(optionNames))
  }
  if (cursor <= option.nameSpan.to) {
    const typed = text.slice(option.nameSpan.from, cursor)
    const given = options.filter((other) => other !== option).map(({ name }) => name)
    const free = optionNames.filter(([name]) => !given.includes(name.replace(/=.*/, '')))
    return pick({ text: typed, cursor }, toItems(free))
  }
  return completeValue(option.name, valueBefore(text, option, cursor), { cursor, catalog })
}

function wordBefore(text: string, cursor: number, form: RegExp): string {
  return form.exec(text.slice(0, cursor))?.[0] ?? ''
}

function valueBefore(text: string, option: OptionText, cursor: number): string {
  return text.slice(Math.min(option.valueSpan.from, cursor), cursor)
}

function toItems(names: typeof optionNames) {
  return names.map(([insert, detail]) => ({ label: insert, insert, detail }))
}

type Place = Readonly<{ cursor: number; catalog: CatalogView }>

/** `before` is the value up to the cursor. */
function completeValue(name: string, before: string, place: Place): Completion | null {
  const { cursor, catalog } = place
  const { entitySet } = catalog
  switch (name) {
    case '$filter':
      return entitySet && completeFilter(before, cursor, entitySet)
    case '$select':
      return entitySet && pick({ text: lastItem(before), cursor }, fieldItems(entitySet))
    case '$orderby':
      return entitySet && completeOrder(lastItem(before), cursor, entitySet)
    case '$expand':
      return completeExpand(before, place)
    case '$count':
    case 'cross-company':
      return pick(
        { text: before, cursor },
        ['true', 'false'].map((word) => ({ label: word, insert: word, detail: '' })),
      )
    default:
      return null
  }
}

function lastItem(before: string): string {
  return (splitOutside(before, ',').at(-1)?.[0] ?? '').trimStart()
}

function fieldItems({ fields }: EntityShape) {
  return fields.map(({ name, type, isKey }) => ({
    label: name,
    insert: name,
    detail: `${type.slice(type.lastIndexOf('.') + 1)}${isKey ? ', key' : ''}`,
  }))
}

function completeOrder(item: string, cursor: number, shape: EntityShape): Completion | null {
  const blank = item.search(/\s/)
  if (blank === -1) return pick({ text: item, cursor }, fieldItems(shape))
  const directions = [
    { label: 'desc', insert: 'desc', detail: 'largest or newest first' },
    { label: 'asc', insert: 'asc', detail: 'smallest or oldest first' },
  ]
  return pick({ text: item.slice(blank).trimStart(), cursor }, directions)
}

function completeExpand(before: string, { cursor, catalog }: Place): Completion | null {
  const item = lastItem(before)
  const open = item.indexOf('(')
  const { entitySet } = catalog
  if (open === -1) {
    const relations = entitySet?.relations ?? []
    const items = relations.map(({ name, targetSet, isCollection }) => ({
      label: name,
      insert: name,
      detail: `${isCollection ? 'rows' : 'one row'} of ${targetSet ?? 'another entity set'}`,
    }))
    return pick({ text: item, cursor }, items)
  }
  const target = entitySet && relationOf(entitySet, item.slice(0, open).trim())?.targetSet
  const related = catalog.related.get(target ?? '') ?? null
  const inner = (splitOutside(item.slice(open + 1), ';').at(-1)?.[0] ?? '').trimStart()
  const equals = inner.indexOf('=')
  if (equals === -1) return pick({ text: inner, cursor }, toItems(nestedNames))
  return completeValue(inner.slice(0, equals).trim(), inner.slice(equals + 1).trimStart(), {
    cursor,
    catalog: { ...catalog, entitySet: related },
  })
}
