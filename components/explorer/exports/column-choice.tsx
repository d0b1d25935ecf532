'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { catalogOf, entitySetDetailOf } from '@/components/data/catalog-queries'
import { Choice, ChoiceGroup, Tick } from '@/components/explorer/exports/choice'
import { Button } from '@/components/ui/button'
import { SearchInput } from '@/components/ui/search-input'

type Props = Readonly<{
  connectionId: string
  entitySet: string
  /** Percent-encoded, as it will be sent. */
  query: string
  /** Of the page on the screen: its fields are offered where there is no catalog. */
  answered: readonly string[]
  /** Null for those that the query answers with. */
  chosen: readonly string[] | null
  onChange: (columns: readonly string[] | null) => void
}>

/** The columns of the file: the query's own, or chosen ones, which F&O is then asked for alone. */
export function ColumnChoice(props: Props) {
  const { connectionId, entitySet, query, answered, chosen, onChange } = props
  const status = useQuery(catalogOf(connectionId))
  const hash = status.data?.readings[0]?.hash ?? ''
  const detail = useQuery({
    ...entitySetDetailOf(connectionId, hash, entitySet),
    enabled: hash !== '',
  })
  const shown = useMemo(() => answered.filter((name) => !name.includes('@')), [answered])
  const names = detail.data?.fields.map(({ name }) => name) ?? shown
  const selected = /(?:^|&)(?:\$|%24)select=([^&]+)/i.exec(query)?.[1]
  const few = selected === undefined ? null : selected.split(/,|%2C/i).length
  return (
    <div className="flex flex-col gap-2">
      <ChoiceGroup legend="Columns" className="grid gap-2 sm:grid-cols-2">
        <Choice
          name="columns"
          value="query"
          checked={chosen === null}
          onChoose={() => onChange(null)}
          label="As the query answers"
          hint={few === null ? 'Every field' : `${few} of $select`}
        />
        <Choice
          name="columns"
          value="chosen"
          checked={chosen !== null}
          onChoose={() => onChange(chosen ?? (shown.length > 0 ? shown : names))}
          label="Chosen ones"
          hint={chosen === null ? 'F&O is asked for those alone' : `${chosen.length} chosen`}
        />
      </ChoiceGroup>
      {chosen === null ? null : <Columns names={names} chosen={chosen} onChange={onChange} />}
    </div>
  )
}

type ColumnsProps = Readonly<{
  names: readonly string[]
  chosen: readonly string[]
  onChange: (columns: readonly string[]) => void
}>

function Columns({ names, chosen, onChange }: ColumnsProps) {
  const [text, setText] = useState('')
  const needle = text.trim().toLowerCase()
  const found = names.filter((name) => name.toLowerCase().includes(needle))
  const has = new Set(chosen)
  // The file has its columns in the order of the entity, whatever was ticked first.
  const put = (wanted: ReadonlySet<string>) => onChange(names.filter((name) => wanted.has(name)))
  const toggle = (name: string, isWanted: boolean) =>
    put(new Set(isWanted ? [...chosen, name] : chosen.filter((other) => other !== name)))
  return (
    <div className="flex flex-col gap-2 rounded-md border border-line p-3">
      <div className="flex flex-wrap gap-2">
        <SearchInput
          label="Search columns"
          placeholder="Search columns"
          value={text}
          onValueChange={setText}
          className="min-w-40 flex-1"
        />
        <Button
          size="sm"
          className="self-center"
          onClick={() => put(new Set([...chosen, ...found]))}
        >
          {needle === '' ? 'All' : 'Add these'}
        </Button>
        <Button
          size="sm"
          className="self-center"
          onClick={() => put(new Set(chosen.filter((name) => !found.includes(name))))}
        >
          {needle === '' ? 'None' : 'Leave these out'}
        </Button>
      </div>
      <div className="grid max-h-52 gap-x-4 overflow-y-auto sm:grid-cols-2">
        {found.map((name) => (
          <Tick
            key={name}
            checked={has.has(name)}
            onChange={(isWanted) => toggle(name, isWanted)}
            label={<span className="text-sm break-all">{name}</span>}
          />
        ))}
        {found.length === 0 ? (
          <p className="text-sm text-muted">No column holds “{text}”.</p>
        ) : null}
      </div>
      {chosen.length === 0 ? (
        <p role="status" className="text-sm text-danger">
          Choose at least one column.
        </p>
      ) : null}
    </div>
  )
}
