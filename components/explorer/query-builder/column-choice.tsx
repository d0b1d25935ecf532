'use client'

import { useState } from 'react'
import { fieldOptions } from '@/components/explorer/query-builder/field-options'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { SearchInput } from '@/components/ui/search-input'
import type { EntityShape } from '@/lib/odata/query/entity-shape'

type Props = Readonly<{
  shape: EntityShape
  select: readonly string[]
  onChange: (select: readonly string[]) => void
}>

/** Fields to tick; a search keeps hundreds of them in hand. */
export function ColumnChoice({ shape, select, onChange }: Props) {
  const [text, setText] = useState('')
  const words = text.toLowerCase().split(/\s+/)
  const found = fieldOptions(shape).filter(({ value }) =>
    words.every((word) => value.toLowerCase().includes(word)),
  )
  const known = new Set(shape.fields.map(({ name }) => name))
  const strangers = select.filter((name) => !known.has(name))
  const toggle = (name: string) =>
    onChange(select.includes(name) ? select.filter((other) => other !== name) : [...select, name])
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <SearchInput
          label={`Search columns of ${shape.name}`}
          placeholder="Search columns"
          value={text}
          onValueChange={setText}
          className="w-64 max-w-full [&_input]:py-1 [&_input]:text-sm"
        />
        <p role="status" className="text-xs text-muted tabular-nums">
          {select.length === 0 ? `all ${shape.fields.length}` : `${select.length}`} of{' '}
          {shape.fields.length} columns come
          {text.trim() === '' ? '' : `, ${found.length} found`}
        </p>
        <Button size="sm" variant="ghost" onClick={() => onChange([...shape.key])}>
          Only the key
        </Button>
        {select.length > 0 ? (
          <Button size="sm" variant="ghost" onClick={() => onChange([])}>
            All columns
          </Button>
        ) : null}
      </div>
      <ul
        aria-label={`Columns of ${shape.name}`}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-x-4"
      >
        {strangers.map((name) => (
          <Column key={name} name={name} detail="not in the catalog" isOn={true} onPress={toggle} />
        ))}
        {found.map(({ value, detail = '' }) => (
          <Column
            key={value}
            name={value}
            detail={detail}
            isOn={select.includes(value)}
            onPress={toggle}
          />
        ))}
      </ul>
    </div>
  )
}

type ColumnProps = Readonly<{
  name: string
  detail: string
  isOn: boolean
  onPress: (name: string) => void
}>

function Column({ name, detail, isOn, onPress }: ColumnProps) {
  return (
    <li className="min-w-0">
      <label
        className={cx(
          'flex items-center gap-2 rounded-sm px-1 py-0.5 hover:bg-sunken',
          isOn && 'font-medium',
        )}
      >
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => onPress(name)}
          className="size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 flex-1 truncate" title={name}>
          {name}
        </span>
        <span className="shrink-0 text-xs font-normal text-muted">{detail}</span>
      </label>
    </li>
  )
}
