'use client'

import { ChevronRight, KeyRound } from 'lucide-react'
import { type Ref, useId } from 'react'
import { EnumMembers } from '@/components/explorer/enum-members'
import type { FieldRow } from '@/components/explorer/field-rows'
import { shortName } from '@/components/explorer/field-words'
import { cx } from '@/components/ui/cx'
import { Marked } from '@/components/ui/marked'
import type { CatalogEnum } from '@/lib/contract/catalog'

type Props = Readonly<{
  ref: Ref<HTMLTableSectionElement>
  /** From 0, in the order that is shown. */
  index: number
  row: FieldRow
  /** Its value in the sample row. */
  sample: string | undefined
  isUnfolded: boolean
  onToggle: () => void
}>

const cell = 'border-b border-line px-3 py-1.5 align-top wrap-anywhere'
const wide = cx(cell, 'hidden @3xl:table-cell')

/** One field, and under it the members of its enum once they are unfolded. */
export function FieldTableRow({ ref, index, row, sample, isUnfolded, onToggle }: Props) {
  const { field, choice, type, required, edit } = row
  const membersId = useId()
  const isOpen = isUnfolded && choice !== null
  return (
    <tbody ref={ref} data-index={index}>
      <tr
        aria-rowindex={index + 2}
        className={cx('hover:bg-sunken', isOpen && '[&>*]:border-transparent')}
      >
        <NameCell row={row} sample={sample} />
        <td className={cell}>
          {choice ? (
            <EnumToggle
              choice={choice}
              type={type}
              isOpen={isOpen}
              membersId={membersId}
              onToggle={onToggle}
            />
          ) : (
            <span title={field.type}>{type}</span>
          )}
        </td>
        <td className={cx(wide, 'text-right tabular-nums')}>{field.maxLength ?? ''}</td>
        <td className={cx(wide, !field.isRequired && 'text-muted')}>{required}</td>
        <td className={cx(wide, 'text-muted')}>{edit}</td>
        <td className={cx(wide, 'text-muted')}>
          <LabelText label={row.label} />
        </td>
      </tr>
      {isOpen ? (
        <tr id={membersId}>
          <td colSpan={6} className="border-b border-line px-4 pb-3 sm:px-6">
            <EnumMembers choice={choice} />
          </td>
        </tr>
      ) : null}
    </tbody>
  )
}

function NameCell({ row, sample }: Pick<Props, 'row' | 'sample'>) {
  const { field, stretches } = row
  return (
    <th scope="row" className={cx(cell, 'pl-4 font-normal sm:pl-6')}>
      <span className="inline-flex items-start gap-1.5">
        <span className={field.isKey ? 'font-medium' : undefined}>
          <Marked text={field.name} stretches={stretches} />
        </span>
        {field.isKey ? (
          <span title="part of the key" className="mt-1 text-accent">
            <KeyRound aria-hidden="true" className="size-3.5" />
            <span className="sr-only">part of the key</span>
          </span>
        ) : null}
      </span>
      <FieldNotes row={row} />
      {sample === undefined ? null : (
        <span className="block truncate font-mono text-xs text-accent" title={sample}>
          <span className="sr-only">Sample: </span>
          {sample === '' ? '(empty)' : sample}
        </span>
      )}
    </th>
  )
}

/** What the columns of a wide screen say, on a narrow one. */
function FieldNotes({ row: { field, label, required, edit } }: Readonly<{ row: FieldRow }>) {
  const length = field.maxLength === null ? null : `${field.maxLength} characters`
  const notes = [length, field.isRequired ? required : null, edit].filter(Boolean)
  const inherited = field.inheritedFrom === null ? null : `from ${shortName(field.inheritedFrom)}`
  return (
    <>
      {inherited ? <span className="block text-xs text-muted">{inherited}</span> : null}
      <span className="block text-xs text-muted @3xl:hidden">
        {notes.join(' · ')}
        {label ? (
          <span className="block">
            <LabelText label={label} />
          </span>
        ) : null}
      </span>
    </>
  )
}

function LabelText({ label }: Readonly<{ label: string | null }>) {
  if (label === null) return null
  return label.startsWith('@') ? <span className="font-mono text-xs">{label}</span> : label
}

type ToggleProps = Readonly<{
  choice: CatalogEnum
  type: string
  isOpen: boolean
  membersId: string
  onToggle: () => void
}>

function EnumToggle({ choice, type, isOpen, membersId, onToggle }: ToggleProps) {
  const { length } = choice.members
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={membersId}
      title={choice.name}
      onClick={onToggle}
      className="-ml-1 inline-flex items-start gap-1 rounded-sm text-left hover:text-accent"
    >
      <ChevronRight
        aria-hidden="true"
        className={cx('mt-0.5 size-4 shrink-0 transition-transform', isOpen && 'rotate-90')}
      />
      <span>
        {type}
        <span className="text-muted">
          {' '}
          {length} {length === 1 ? 'value' : 'values'}
        </span>
      </span>
    </button>
  )
}
