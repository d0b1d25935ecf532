'use client'

import { ArrowLeft } from 'lucide-react'
import { useMemo } from 'react'
import { toCell, wholeText } from '@/components/explorer/grid/cell'
import type { Column } from '@/components/explorer/grid/column'
import { namesOf, toColumns } from '@/components/explorer/grid/columns'
import { RowsGrid } from '@/components/explorer/grid/rows-grid'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code'
import { CopyButton } from '@/components/ui/copy-button'
import { Sheet } from '@/components/ui/sheet'
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  printExactJson,
} from '@/lib/odata/rows/exact-json'
import { indentJson } from '@/lib/odata/rows/indent-json'

/** A value that somebody looks at in whole. */
export type Opened = Readonly<{
  column: Column
  value: JsonValue
  /** Of the row that it belongs to, counted from one. */
  rowNumber: number
  /** The entity whose column it is. */
  entity: string
}>

type Props = Readonly<{
  /** The one that is looked at last, behind those that led to it. */
  trail: readonly Opened[]
  onChange: (trail: readonly Opened[]) => void
}>

/** All of a value: a long text, a record that was expanded, or its rows. */
export function ValueSheet({ trail, onChange }: Props) {
  const opened = trail.at(-1)
  if (!opened) return null
  const { column, value, rowNumber } = opened
  const cell = toCell(value, column)
  const size = typeof value === 'string' ? `${value.length.toLocaleString('en')} characters` : ''
  const what = cell.kind === 'nested' ? cell.text : size
  return (
    <Sheet
      open={true}
      onOpenChange={(open) => open || onChange([])}
      title={column.name}
      description={`Row ${rowNumber}${what === '' ? '' : ` · ${what}`}`}
    >
      {trail.length > 1 ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => onChange(trail.slice(0, -1))}
          className="mb-2 ml-2 self-start sm:ml-4"
        >
          <ArrowLeft aria-hidden="true" />
          {trail.at(-2)?.column.name}
        </Button>
      ) : null}
      <ValueBody opened={opened} onOpen={(next) => onChange([...trail, next])} />
    </Sheet>
  )
}

type BodyProps = Readonly<{ opened: Opened; onOpen: (opened: Opened) => void }>

function ValueBody({ opened, onOpen }: BodyProps) {
  const { column, value } = opened
  const { name } = column
  if (isJsonObject(value)) return <RecordView label={name} record={value} />
  if (Array.isArray(value) && value.length > 0 && value.every(isJsonObject)) {
    const entity = `${opened.entity}/${name}`
    return <NestedRows key={entity} name={name} rows={value} entity={entity} onOpen={onOpen} />
  }
  const isText = typeof value === 'string'
  const text = isText ? value : indentJson(printExactJson(value))
  return (
    <div className="min-h-0 overflow-y-auto px-4 pb-6 sm:px-6">
      {isText ? <TextView text={text} /> : <CodeBlock value={text} label={name} />}
    </div>
  )
}

type NestedProps = Readonly<{
  name: string
  rows: readonly JsonObject[]
  entity: string
  onOpen: (opened: Opened) => void
}>

function NestedRows({ name, rows, entity, onOpen }: NestedProps) {
  const columns = useMemo(() => toColumns(namesOf(rows), rows), [rows])
  return (
    <RowsGrid
      label={`Rows of ${name}`}
      rows={rows}
      columns={columns}
      entity={entity}
      onOpen={(spot) => onOpen({ ...spot, entity })}
    />
  )
}

function TextView({ text }: Readonly<{ text: string }>) {
  return (
    <div className="relative rounded-md border border-line bg-sunken">
      <pre className="p-4 pr-14 font-sans text-sm break-words whitespace-pre-wrap">{text}</pre>
      <span className="absolute top-2 right-2 rounded-md bg-sunken">
        <CopyButton value={text} label="Copy the value" />
      </span>
    </div>
  )
}

type RecordProps = Readonly<{ label: string; record: JsonObject }>

/** A record with a field a line; a record or a list in it is laid out as JSON. */
function RecordView({ label, record }: RecordProps) {
  const columns = useMemo(() => toColumns(Object.keys(record), [record]), [record])
  return (
    <dl
      aria-label={label}
      className="min-h-0 overflow-y-auto border-t border-line px-4 py-2 text-sm sm:px-6"
    >
      {columns.map((column) => {
        const value = record[column.name]
        const cell = toCell(value, column)
        return (
          <div
            key={column.name}
            className="grid gap-x-4 border-b border-line py-1.5 last:border-0 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
          >
            <dt className="break-words text-muted">{column.name}</dt>
            <dd title={cell.hint} className="break-words whitespace-pre-wrap">
              {cell.kind === 'nested' && value !== undefined ? (
                <pre className="overflow-x-auto font-mono text-xs">
                  {indentJson(printExactJson(value))}
                </pre>
              ) : (
                <ValueText cell={cell} whole={wholeText(value)} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function ValueText({ cell, whole }: Readonly<{ cell: ReturnType<typeof toCell>; whole: string }>) {
  if (cell.kind === 'text') return whole
  const isAbsent = cell.kind === 'null' || cell.kind === 'no-date'
  return <span className={isAbsent ? 'text-faint italic' : 'tabular-nums'}>{cell.text}</span>
}
