'use client'

import { X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'
import { type Literal, printLiteral } from '@/lib/odata/literal'
import { type EntityShape, enumOf } from '@/lib/odata/query/entity-shape'
import { fieldText, toFieldLiteral } from '@/lib/odata/query/field-literal'

type Props = Readonly<{
  shape: EntityShape
  type: string
  values: readonly Literal[]
  onChange: (values: readonly Literal[]) => void
}>

/** Several values: members to press for an enum, for others a list that a column of a sheet can be pasted into. */
export function ValueList(props: Props) {
  const members = enumOf(props.shape, props.type)?.members
  return members ? (
    <MemberList {...props} names={members.map(({ name }) => name)} />
  ) : (
    <Chips {...props} />
  )
}

function MemberList({
  type,
  values,
  names,
  onChange,
}: Props & Readonly<{ names: readonly string[] }>) {
  const chosen = values.map(fieldText)
  const toggle = (name: string) => {
    const next = chosen.includes(name)
      ? values.filter((value) => fieldText(value) !== name)
      : [...values, { type: 'enum' as const, enumType: type, value: name }]
    if (next.length > 0) onChange(next)
  }
  return (
    <fieldset className="flex min-w-0 flex-wrap gap-1">
      <legend className="sr-only">Values</legend>
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen.includes(name)}
          onClick={() => toggle(name)}
          className={cx(
            'rounded-sm border px-2 py-0.5 text-sm',
            chosen.includes(name)
              ? 'border-accent bg-accent-soft text-accent'
              : 'border-line-strong text-muted hover:bg-sunken',
          )}
        >
          {name}
        </button>
      ))}
    </fieldset>
  )
}

function Chips({ type, values, onChange }: Props) {
  const [text, setText] = useState('')
  const add = (texts: readonly string[]) => {
    const literals = texts.flatMap((one) => toFieldLiteral(type, one.trim()) ?? [])
    if (literals.length === 0) return false
    const known = new Set(values.map(printLiteral))
    const fresh = literals.filter((literal) => !known.has(printLiteral(literal)))
    // The value that a list begins with stands in for the first one.
    const kept = values.filter((value) => fieldText(value) !== '')
    onChange([...kept, ...fresh])
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    if (add([text])) setText('')
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (!/[\r\n\t]/.test(pasted)) return
    event.preventDefault()
    add(pasted.split(/[\r\n\t]+/).filter((one) => one.trim() !== ''))
  }
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1">
      {values.map((value) => (
        <span
          key={printLiteral(value)}
          className="inline-flex max-w-full items-center gap-1 rounded-sm bg-sunken pl-2 text-sm"
        >
          <span className="truncate">{fieldText(value) || 'empty'}</span>
          <button
            type="button"
            aria-label={`Remove ${fieldText(value) || 'the empty value'}`}
            disabled={values.length === 1}
            onClick={() => onChange(values.filter((other) => other !== value))}
            className="grid size-6 place-items-center rounded-sm text-muted hover:text-ink disabled:opacity-40"
          >
            <X aria-hidden="true" className="size-3.5" />
          </button>
        </span>
      ))}
      <input
        aria-label="Add a value"
        placeholder="Add, Enter"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        className={cx(controlLook, 'w-28 flex-1 py-1 text-sm')}
      />
    </div>
  )
}
