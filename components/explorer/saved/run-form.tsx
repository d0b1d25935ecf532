'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useCatalogView } from '@/components/explorer/query-builder/use-catalog-view'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { SavedQuery } from '@/lib/contract/saved-query'
import { enumOf, fieldOf, valueKindOf } from '@/lib/odata/query/entity-shape'
import { toFieldLiteral } from '@/lib/odata/query/field-literal'
import { fillParameters, parametersOf, type QueryParameter } from '@/lib/odata/query/parameters'
import { emptyQuery } from '@/lib/odata/query/query'

type Props = Readonly<{ query: SavedQuery; onClose: () => void }>

/** Asks for what a saved query leaves blank, each by the type that the catalog says, and runs it. */
export function RunForm({ query, onClose }: Props) {
  const { connectionId, entitySet, options } = query
  const router = useRouter()
  const catalog = useCatalogView(connectionId, emptyQuery(entitySet))
  const [values, setValues] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const shape = catalog.entitySet
  const typeOf = (field: string | null) =>
    field === null || !shape ? undefined : fieldOf(shape, field)?.type
  const asked = parametersOf(options).map((parameter) => {
    const type = typeOf(parameter.field)
    const members =
      type && shape ? (enumOf(shape, type)?.members ?? []).map(({ name }) => name) : []
    const value = values[parameter.name] ?? members[0] ?? ''
    return { parameter, type, members, value, problem: problemOf(type, value) }
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (asked.some(({ problem }) => problem !== null)) return
    const given = Object.fromEntries(asked.map(({ parameter, value }) => [parameter.name, value]))
    onClose()
    router.push(
      paths.explorer(connectionId, entitySet, { options: fillParameters(options, given, typeOf) }),
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {asked.map(({ parameter, type, members, value, problem }) => (
        <Field
          key={parameter.name}
          label={parameter.name}
          aside={asideOf(parameter, type)}
          error={tried ? problem : null}
        >
          <ParameterInput
            type={type}
            members={members}
            value={value}
            onChange={(next) => setValues({ ...values, [parameter.name]: next })}
          />
        </Field>
      ))}
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="primary">
          Run
        </Button>
      </div>
    </form>
  )
}

type InputProps = Readonly<{
  type: string | undefined
  members: readonly string[]
  value: string
  onChange: (value: string) => void
}>

function ParameterInput({ type, members, value, onChange }: InputProps) {
  if (members.length > 0) {
    const options = members.map((name) => ({ value: name, label: name }))
    return <Select value={value} onValueChange={onChange} options={options} />
  }
  const kind = type === undefined ? 'text' : valueKindOf(type)
  const isDay = kind === 'date' || kind === 'moment'
  return (
    <TextInput
      type={isDay ? 'date' : 'text'}
      value={value}
      onValueChange={onChange}
      autoComplete="off"
    />
  )
}

function asideOf({ field }: QueryParameter, type: string | undefined): string {
  return [field, type?.slice(type.lastIndexOf('.') + 1)].filter(Boolean).join(' · ')
}

function problemOf(type: string | undefined, value: string): string | null {
  if (type === undefined || valueKindOf(type) === 'text') return null
  if (toFieldLiteral(type, value) !== undefined) return null
  return `This is no ${type.slice(type.lastIndexOf('.') + 1)}.`
}
