'use client'

import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { type AuditFilter, AuditOutcome } from '@/lib/contract/audit'

type Props = Readonly<{ filter: AuditFilter; onChange: (filter: AuditFilter) => void }>

const texts = [
  { name: 'who', label: 'Who', type: 'text' },
  { name: 'action', label: 'Action begins with', type: 'text' },
  { name: 'subject', label: 'Id of the thing', type: 'text' },
  { name: 'fromDay', label: 'From day', type: 'date' },
  { name: 'toDay', label: 'To day', type: 'date' },
] as const

/** Narrows the audit log. */
export function AuditFilterBar({ filter, onChange }: Props) {
  return (
    <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {texts.map(({ name, label, type }) => (
        <Field key={name} label={label}>
          <TextInput
            type={type}
            value={filter[name] ?? ''}
            onValueChange={(value) => onChange({ ...filter, [name]: value })}
          />
        </Field>
      ))}
      <Field label="Outcome">
        <Select
          value={filter.outcome ?? ''}
          onValueChange={(value) => {
            const { outcome: _former, ...rest } = filter
            onChange(value === '' ? rest : { ...rest, outcome: AuditOutcome.parse(value) })
          }}
          options={[
            { value: '', label: 'Any' },
            { value: 'done', label: 'Done' },
            { value: 'refused', label: 'Refused' },
          ]}
        />
      </Field>
    </div>
  )
}
