import type { Expression } from '@/lib/odata/filter'
import { FilterParser } from '@/lib/odata/parse-filter'
import { printFilter } from '@/lib/odata/print-filter'

export type OrderByItem = Readonly<{ expression: Expression; descending: boolean }>

/**
 * Reads `$orderby`, percent-decoded.
 *
 * @throws {ODataSyntaxError}
 * @see OData URL conventions 5.1.5
 */
export function parseOrderBy(text: string): OrderByItem[] {
  const parser = new FilterParser(text, false)
  const items: OrderByItem[] = []
  do {
    const expression = parser.expression(0)
    const descending = parser.takeIf('name', 'desc')
    if (!descending) parser.takeIf('name', 'asc')
    items.push({ expression, descending })
  } while (parser.takeIf('symbol', ','))
  parser.expect('end', '')
  return items
}

/** Writes `$orderby`; `asc` is left out. */
export function printOrderBy(items: readonly OrderByItem[]): string {
  return items
    .map((item) => printFilter(item.expression) + (item.descending ? ' desc' : ''))
    .join(',')
}
