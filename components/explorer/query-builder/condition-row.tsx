'use client'

import { X } from 'lucide-react'
import {
  type Comparison,
  compareBy,
  comparisonOf,
  comparisonsFor,
  moveToField,
} from '@/components/explorer/query-builder/comparisons'
import { fieldOptions } from '@/components/explorer/query-builder/field-options'
import { IconButton } from '@/components/explorer/query-builder/icon-button'
import { PlainSelect } from '@/components/explorer/query-builder/plain-select'
import { ValueInput } from '@/components/explorer/query-builder/value-input'
import { ValueList } from '@/components/explorer/query-builder/value-list'
import { Code } from '@/components/ui/code'
import { Picker } from '@/components/ui/picker'
import { type EntityShape, fieldOf } from '@/lib/odata/query/entity-shape'
import type { Condition, FilterNode, OneOf } from '@/lib/odata/query/filter-tree'

type Props = Readonly<{
  node: Exclude<FilterNode, { kind: 'group' }>
  /** Where it stands, such as `2.1`. */
  name: string
  known: Readonly<{ shape: EntityShape; today: string }>
  onChange: (node: FilterNode | null, typing?: boolean) => void
}>

/** One condition: a field, how it is compared, and with what. */
export function ConditionRow({ node, name, known, onChange }: Props) {
  return (
    <fieldset aria-label={`Condition ${name}`} className="flex min-w-0 items-start gap-2">
      {node.kind === 'raw' ? (
        <div className="min-w-0 flex-1 rounded-md bg-sunken px-2 py-1.5">
          <Code>{node.text}</Code>
          <p className="text-xs text-muted">Written by hand; it is kept as it is.</p>
        </div>
      ) : (
        <Editable node={node} known={known} onChange={onChange} />
      )}
      <IconButton label={`Remove condition ${name}`} icon={X} onPress={() => onChange(null)} />
    </fieldset>
  )
}

type EditableProps = Readonly<{
  node: Condition | OneOf
  known: Props['known']
  onChange: Props['onChange']
}>

function Editable({ node, known, onChange }: EditableProps) {
  const { shape } = known
  const type = fieldOf(shape, node.field)?.type ?? 'Edm.String'
  const comparison = comparisonOf(node)
  return (
    <div className="grid min-w-0 flex-1 grid-cols-1 gap-1.5 sm:grid-cols-[minmax(9rem,1.2fr)_minmax(8rem,0.8fr)_minmax(9rem,1.5fr)] sm:gap-2">
      <Picker
        label="Field"
        value={node.field}
        options={fieldOptions(shape)}
        onPick={(field) => onChange(moveToField(node, field, known))}
        className="py-1 text-sm"
      />
      <PlainSelect
        label="Comparison"
        value={comparison}
        options={comparisonsFor(type, comparison)}
        onChoose={(next) => onChange(compareBy(node, next as Comparison, known))}
      />
      {node.kind === 'one-of' ? (
        <ValueList
          shape={shape}
          type={type}
          values={node.values}
          onChange={(values) => onChange({ ...node, values })}
        />
      ) : null}
      {node.kind === 'condition' && node.value.type !== 'null' ? (
        <ValueInput
          key={node.field}
          label="Value"
          shape={shape}
          type={type}
          value={node.value}
          onChange={(value, typing) => onChange({ ...node, value }, typing)}
        />
      ) : null}
    </div>
  )
}
