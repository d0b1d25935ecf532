'use client'

import type { ReactNode } from 'react'
import { ColumnsSection } from '@/components/explorer/query-builder/columns-section'
import { ExpandSection } from '@/components/explorer/query-builder/expand-section'
import { FilterSection } from '@/components/explorer/query-builder/filter-section'
import { KeySection } from '@/components/explorer/query-builder/key-section'
import { NoCatalog } from '@/components/explorer/query-builder/no-catalog'
import { OrderSection } from '@/components/explorer/query-builder/order-section'
import { RowsSection } from '@/components/explorer/query-builder/rows-section'
import type { ChangeQuery } from '@/components/explorer/query-builder/section-props'
import { Tabs } from '@/components/ui/tabs'
import type { CatalogView } from '@/lib/odata/query/check-query'
import type { FilterNode } from '@/lib/odata/query/filter-tree'
import type { Query } from '@/lib/odata/query/query'

type Props = Readonly<{
  connectionId: string
  query: Query
  catalog: CatalogView & Readonly<{ isPending: boolean }>
  onChange: ChangeQuery
}>

/** The same query without its text: everything is picked from what the catalog says. */
export function QueryBuilder({ connectionId, query, catalog, onChange }: Props) {
  const { entitySet: shape, related } = catalog
  if (!shape)
    return (
      <NoCatalog
        connectionId={connectionId}
        entitySet={query.entitySet}
        isPending={catalog.isPending}
      />
    )
  const section = { query, shape, onChange }
  const rows = [query.top, query.skip, query.count, query.crossCompany].filter(
    (value) => value !== null,
  ).length
  return (
    <Tabs
      label="Parts of the query"
      className="rounded-md border border-line bg-bg"
      items={[
        item('filter', 'Filter', {
          count: countConditions(query.filter),
          panel: <FilterSection {...section} />,
        }),
        item('columns', 'Columns', {
          count: query.select.length,
          panel: <ColumnsSection {...section} />,
        }),
        item('order', 'Order', {
          count: query.orderBy.length,
          panel: <OrderSection {...section} />,
        }),
        item('expand', 'Related', {
          count: query.expand.length,
          panel: <ExpandSection {...section} related={related} />,
        }),
        item('rows', 'Rows and companies', {
          count: rows,
          panel: <RowsSection {...section} />,
        }),
        item('key', 'One row', {
          count: query.key ? 1 : 0,
          panel: <KeySection {...section} />,
        }),
      ]}
    />
  )
}

function item(
  value: string,
  words: string,
  { count, panel }: Readonly<{ count: number; panel: ReactNode }>,
) {
  const label = (
    <>
      {words}
      {count > 0 ? (
        <span className="ml-1.5 rounded-sm bg-accent-soft px-1.5 text-xs text-accent tabular-nums">
          {count}
        </span>
      ) : null}
    </>
  )
  return {
    value,
    label,
    panel: <div className="max-h-[38dvh] min-h-24 overflow-y-auto p-3 text-sm">{panel}</div>,
  }
}

function countConditions(node: FilterNode): number {
  if (node.kind !== 'group') return 1
  return node.items.reduce((sum, one) => sum + countConditions(one), 0)
}
