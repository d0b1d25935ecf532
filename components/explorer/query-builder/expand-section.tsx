'use client'

import { X } from 'lucide-react'
import { ColumnChoice } from '@/components/explorer/query-builder/column-choice'
import { FilterGroupView } from '@/components/explorer/query-builder/filter-group-view'
import { IconButton } from '@/components/explorer/query-builder/icon-button'
import { NumberBox } from '@/components/explorer/query-builder/number-box'
import type { SectionProps } from '@/components/explorer/query-builder/section-props'
import { UnlessUnread } from '@/components/explorer/query-builder/unread-note'
import { Disclosure } from '@/components/ui/disclosure'
import { Picker } from '@/components/ui/picker'
import { type EntityShape, relationOf } from '@/lib/odata/query/entity-shape'
import { type Expansion, noOptions } from '@/lib/odata/query/query'

type Props = SectionProps & Readonly<{ related: ReadonlyMap<string, EntityShape> }>

/** Related rows that come along, one level deep, each relation with its own options. */
export function ExpandSection({ query, shape, related, onChange }: Props) {
  const { expand } = query
  const set = (next: readonly Expansion[], typing?: boolean) =>
    onChange({ ...query, expand: next }, typing)
  const free = shape.relations
    .filter(({ name }) => !expand.some(({ relation }) => relation === name))
    .map(({ name, targetSet, isCollection }) => ({
      value: name,
      detail: `${isCollection ? 'many' : 'one'}: ${targetSet ?? '?'}`,
    }))
  if (shape.relations.length === 0 && expand.length === 0) {
    return <p className="text-muted">The catalog names no relation of {shape.name}.</p>
  }
  return (
    <UnlessUnread options={query} name="$expand">
      <div className="flex flex-col gap-2">
        {expand.map((expansion, index) => (
          <ExpansionView
            key={expansion.relation}
            expansion={expansion}
            target={related.get(relationOf(shape, expansion.relation)?.targetSet ?? '')}
            onChange={(next, typing) => {
              const kept = next
                ? expand.with(index, next)
                : expand.filter((_, other) => other !== index)
              set(kept, typing)
            }}
          />
        ))}
        <div className="w-64 max-w-full">
          <Picker
            label="Add a relation"
            placeholder="Bring along…"
            value=""
            options={free}
            onPick={(relation) => set([...expand, { ...noOptions, relation }])}
            className="py-1 text-sm"
          />
        </div>
      </div>
    </UnlessUnread>
  )
}

type ViewProps = Readonly<{
  expansion: Expansion
  /** Undefined while the catalog is asked for it, or where it does not say. */
  target: EntityShape | undefined
  onChange: (expansion: Expansion | null, typing?: boolean) => void
}>

function ExpansionView({ expansion, target, onChange }: ViewProps) {
  const { relation, select, filter, top } = expansion
  const today = new Date().toISOString().slice(0, 10)
  return (
    <section
      aria-label={`Relation ${relation}`}
      className="flex flex-col gap-2 rounded-md border border-line bg-surface p-2"
    >
      <header className="flex items-center justify-between gap-2">
        <h3 className="min-w-0 truncate font-medium">
          {relation}
          {target ? <span className="font-normal text-muted"> · {target.name}</span> : null}
        </h3>
        <IconButton label={`Remove ${relation}`} icon={X} onPress={() => onChange(null)} />
      </header>
      <NumberBox
        label={`At most, of ${relation}`}
        placeholder="all"
        value={top}
        onChange={(next) => onChange({ ...expansion, top: next }, true)}
      />
      {target ? (
        <>
          <Disclosure
            summary={`Columns of ${relation}${select.length > 0 ? ` (${select.length})` : ''}`}
          >
            <UnlessUnread options={expansion} name="$select">
              <ColumnChoice
                shape={target}
                select={select}
                onChange={(next) => onChange({ ...expansion, select: next })}
              />
            </UnlessUnread>
          </Disclosure>
          <Disclosure summary={`Filter of ${relation}`} defaultOpen={filter.items.length > 0}>
            <UnlessUnread options={expansion} name="$filter">
              <FilterGroupView
                root={filter}
                group={filter}
                path={[]}
                known={{ shape: target, today }}
                onChange={(next, typing) => onChange({ ...expansion, filter: next }, typing)}
              />
            </UnlessUnread>
          </Disclosure>
        </>
      ) : null}
    </section>
  )
}
