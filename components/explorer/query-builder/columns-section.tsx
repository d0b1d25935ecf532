'use client'

import { ColumnChoice } from '@/components/explorer/query-builder/column-choice'
import type { SectionProps } from '@/components/explorer/query-builder/section-props'
import { UnlessUnread } from '@/components/explorer/query-builder/unread-note'

/** Which columns; none chosen means all of them. */
export function ColumnsSection({ query, shape, onChange }: SectionProps) {
  return (
    <UnlessUnread options={query} name="$select">
      <ColumnChoice
        shape={shape}
        select={query.select}
        onChange={(select) => onChange({ ...query, select })}
      />
    </UnlessUnread>
  )
}
