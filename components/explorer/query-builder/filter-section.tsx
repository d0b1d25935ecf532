'use client'

import { FilterGroupView } from '@/components/explorer/query-builder/filter-group-view'
import type { SectionProps } from '@/components/explorer/query-builder/section-props'
import { UnlessUnread } from '@/components/explorer/query-builder/unread-note'

/** Which rows: conditions in groups. */
export function FilterSection({ query, shape, onChange }: SectionProps) {
  const today = new Date().toISOString().slice(0, 10)
  return (
    <UnlessUnread options={query} name="$filter">
      <FilterGroupView
        root={query.filter}
        group={query.filter}
        path={[]}
        known={{ shape, today }}
        onChange={(filter, typing) => onChange({ ...query, filter }, typing)}
      />
    </UnlessUnread>
  )
}
