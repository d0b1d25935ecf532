'use client'

import { useState } from 'react'
import { PlainSelect } from '@/components/explorer/query-builder/plain-select'
import { controlLook } from '@/components/ui/control-look'
import { cx } from '@/components/ui/cx'
import { type Literal, printLiteral } from '@/lib/odata/literal'
import { type EntityShape, enumOf, valueKindOf } from '@/lib/odata/query/entity-shape'
import { fieldText, toFieldLiteral } from '@/lib/odata/query/field-literal'

type Props = Readonly<{
  label: string
  shape: EntityShape
  type: string
  value: Literal
  onChange: (value: Literal, typing?: boolean) => void
}>

/** A value of one type: a list for enums, a calendar for dates, text for the others. */
export function ValueInput(props: Props) {
  const { label, shape, type, value, onChange } = props
  const kind = valueKindOf(type)
  if (kind === 'boolean') {
    const options = ['true', 'false'].map((word) => ({ value: word, label: word }))
    const choose = (word: string) => onChange({ type: 'Edm.Boolean', value: word === 'true' })
    return (
      <PlainSelect label={label} value={fieldText(value)} options={options} onChoose={choose} />
    )
  }
  const members = kind === 'enum' ? enumOf(shape, type)?.members : undefined
  if (members) {
    const given = fieldText(value)
    const isKnown = members.some(({ name }) => name === given)
    const names = [...(isKnown ? [] : [given]), ...members.map(({ name }) => name)]
    return (
      <PlainSelect
        label={label}
        value={given}
        options={names.map((name) => ({ value: name, label: name }))}
        onChoose={(name) => onChange({ type: 'enum', enumType: type, value: name })}
      />
    )
  }
  return <TypedText {...props} />
}

const utcMinute = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2})?Z$/

/** How the browser may help: undefined where its own control cannot show the value. */
function controlOf(type: string, value: Literal) {
  const kind = valueKindOf(type)
  const text = fieldText(value)
  const [, minute, seconds] = utcMinute.exec(text) ?? []
  if (kind === 'moment' && minute) {
    return { type: 'datetime-local', shown: minute + (seconds === ':00' ? '' : (seconds ?? '')) }
  }
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { type: 'date', shown: text }
  const isNumber = kind === 'integer' || kind === 'decimal'
  return { type: 'text', shown: text, ...(isNumber && { inputMode: 'decimal' as const }) }
}

/** What is typed is kept as it is, and handed on as soon as it is a value. */
function TypedText({ label, type, value, onChange }: Props) {
  const written = printLiteral(value)
  const [typed, setTyped] = useState({ text: '', of: '', isWrong: false })
  const control = controlOf(type, value)
  const isMine = typed.of === written
  const isWrong = isMine && typed.isWrong
  const take = (text: string) => {
    const literal = toFieldLiteral(type, text)
    setTyped({ text, of: literal ? printLiteral(literal) : written, isWrong: !literal })
    if (literal) onChange(literal, true)
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <input
        type={control.type}
        inputMode={control.inputMode}
        step={control.type === 'datetime-local' ? 1 : undefined}
        aria-label={label}
        aria-invalid={isWrong || undefined}
        spellCheck={false}
        autoComplete="off"
        value={isMine ? typed.text : control.shown}
        onChange={(event) => take(event.target.value)}
        className={cx(controlLook, 'py-1 text-sm')}
      />
      {control.type === 'datetime-local' ? <span className="text-xs text-muted">UTC</span> : null}
      {isWrong ? (
        <span role="status" className="shrink-0 text-xs text-danger">
          no {type.slice(type.lastIndexOf('.') + 1)}
        </span>
      ) : null}
    </span>
  )
}
