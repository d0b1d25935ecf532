'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { catalogOf, entitySetDetailOf } from '@/components/data/catalog-queries'
import { toColumns } from '@/components/explorer/grid/columns'
import { RowsGrid } from '@/components/explorer/grid/rows-grid'
import { type Opened, ValueSheet } from '@/components/explorer/grid/value-sheet'
import { useEntityLabels } from '@/components/explorer/use-entity-labels'
import type { EntitySetDetail } from '@/lib/contract/catalog'
import type { Condition } from '@/lib/odata/query/filter-tree'
import type { PageRows } from '@/lib/odata/rows/page-rows'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  rows: PageRows
  /** Asks for rows that meet one more condition. */
  onFilter?: (condition: Condition) => void
}>

/** Rows of an entity set, told by its catalog where there is one. */
export function GridPane({ connectionId, entitySet, rows, onFilter }: Props) {
  const [trail, setTrail] = useState<readonly Opened[]>([])
  const status = useQuery(catalogOf(connectionId))
  const hash = status.data?.readings[0]?.hash ?? ''
  const { data = null } = useQuery({
    ...entitySetDetailOf(connectionId, hash, entitySet),
    enabled: hash !== '',
    // Without it the values tell what they are.
    retry: false,
  })
  const { texts } = useEntityLabels(connectionId, data ?? undefined)
  const columns = useMemo(
    () => toColumns(rows.names, rows, data && withLabels(data, texts)),
    [rows, data, texts],
  )
  return (
    <>
      <RowsGrid
        label={`Rows of ${entitySet}`}
        rows={rows}
        columns={columns}
        entity={entitySet}
        {...(onFilter ? { onFilter } : {})}
        onOpen={(opened) => setTrail([{ ...opened, entity: entitySet }])}
      />
      <ValueSheet trail={trail} onChange={setTrail} />
    </>
  )
}

/** What a catalog says, with the text of each label in place of its id where it is known. */
function withLabels(
  detail: EntitySetDetail,
  texts: Readonly<Record<string, string>>,
): EntitySetDetail {
  const told = <Labelled extends Readonly<{ labelId: string | null }>>(labelled: Labelled) => ({
    ...labelled,
    labelId: labelled.labelId === null ? null : (texts[labelled.labelId] ?? labelled.labelId),
  })
  return {
    ...detail,
    fields: detail.fields.map(told),
    enums: detail.enums.map((choice) => ({ ...choice, members: choice.members.map(told) })),
  }
}
