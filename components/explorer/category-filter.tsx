'use client'

import { useQuery } from '@tanstack/react-query'
import { entityFactsOf } from '@/components/data/catalog-queries'
import { EntityCategory, entityCategories } from '@/lib/contract/catalog-facts'

type Props = Readonly<{
  connectionId: string
  value: EntityCategory | null
  onChange: (category: EntityCategory | null) => void
}>

/** Narrows the list to one category, where the environment tells of any. */
export function CategoryFilter({ connectionId, value, onChange }: Props) {
  const { data } = useQuery(entityFactsOf(connectionId))
  const isKnown = data?.facts.some(({ category }) => category !== null) === true
  if (!isKnown && value === null) return null
  return (
    <select
      aria-label="Category"
      value={value ?? ''}
      onChange={(event) => onChange(parseCategory(event.target.value))}
      className="h-7 rounded-sm border border-line bg-surface px-1.5 text-xs text-ink hover:border-line-strong"
    >
      <option value="">All categories</option>
      {entityCategories.map((category) => (
        <option key={category} value={category}>
          {category}
        </option>
      ))}
    </select>
  )
}

/** The category that an address or a choice names; null for all of them. */
export function parseCategory(value: string): EntityCategory | null {
  return EntityCategory.safeParse(value).data ?? null
}
