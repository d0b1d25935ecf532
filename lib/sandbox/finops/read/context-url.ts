import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import type { Expansion } from '@/lib/sandbox/finops/read/row-json'

type Shown = Readonly<{
  select: readonly string[] | undefined
  expansions: readonly Expansion[]
}>

/**
 * The context of an answer: `…/data/$metadata#SalesOrderHeadersV2(SalesOrderNumber,SalesOrderLines,SalesOrderLines(ItemNumber))`.
 *
 * @see OData protocol, context URL
 */
export function contextOf(origin: string, set: EntitySet, shown: Shown): string {
  const nested = shown.expansions.flatMap(({ name, select }) =>
    select ? [`${name}(${select.join(',')})`] : [],
  )
  const expanded = shown.select ? shown.expansions.map(({ name }) => name) : []
  const names = [...new Set([...(shown.select ?? []), ...expanded]), ...nested]
  const projection = names.length > 0 ? `(${names.join(',')})` : ''
  return `${origin}/data/$metadata#${set.name}${projection}`
}
