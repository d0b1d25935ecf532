'use client'

import type { SectionProps } from '@/components/explorer/query-builder/section-props'
import { ValueInput } from '@/components/explorer/query-builder/value-input'
import { Button } from '@/components/ui/button'
import type { KeyPart } from '@/lib/odata/keys'
import type { Literal } from '@/lib/odata/literal'
import { type EntityShape, fieldOf } from '@/lib/odata/query/entity-shape'
import { defaultLiteral } from '@/lib/odata/query/field-literal'

/** One row by its whole key; F&O takes no part of one. */
export function KeySection({ query, shape, onChange }: SectionProps) {
  const { key } = query
  if (shape.key.length === 0) return <p className="text-muted">The catalog names no key.</p>
  if (!key) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" onClick={() => onChange({ ...query, key: toLookup(shape, []) })}>
          Look up one row
        </Button>
        <p className="text-muted">
          by {shape.key.join(', ')}. Filter and order do not matter then.
        </p>
      </div>
    )
  }
  const parts = key.kind === 'parts' ? key.parts : []
  const set = (name: string, value: Literal) => {
    const others = parts.filter((part) => part.name !== name)
    onChange({ ...query, key: toLookup(shape, [...others, { name, value }]) }, true)
  }
  return (
    <div className="flex flex-wrap items-end gap-3">
      {toLookup(shape, parts).parts.map(({ name, value }) => (
        <div key={name} className="flex w-56 max-w-full flex-col gap-1">
          <span aria-hidden="true" className="truncate text-xs font-medium text-muted">
            {name}
          </span>
          <ValueInput
            label={name}
            shape={shape}
            type={fieldOf(shape, name)?.type ?? 'Edm.String'}
            value={value}
            onChange={(next) => set(name, next)}
          />
        </div>
      ))}
      <Button size="sm" variant="ghost" onClick={() => onChange({ ...query, key: null })}>
        Back to many rows
      </Button>
    </div>
  )
}

/** All parts of the key in their order, those that are not given with a value to begin with. */
function toLookup(shape: EntityShape, given: readonly KeyPart[]) {
  const today = new Date().toISOString().slice(0, 10)
  const lone = given.length === 1 && given[0]?.name === null ? given[0].value : undefined
  const parts = shape.key.map((name, index) => ({
    name,
    value:
      given.find((part) => part.name === name)?.value ??
      (index === 0 ? lone : undefined) ??
      defaultLiteral(shape, fieldOf(shape, name)?.type ?? 'Edm.String', today),
  }))
  return { kind: 'parts' as const, parts }
}
