'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { SecretInput } from '@/components/ui/secret-input'
import { TextInput } from '@/components/ui/text-input'
import { SlipNotes } from '@/components/wizard/slip-notes'
import type { SlipOthers } from '@/lib/steps/slip'
import { findSlips, type SlipField } from '@/lib/steps/slips'

type Props = Readonly<{
  field: SlipField
  label: string
  hint: string
  value: string
  onValueChange: (value: string) => void
  others: SlipOthers
  error: string | undefined
  placeholder?: string
}>

/** An input that says, as it is typed, what looks wrong about the value. */
export function SlipInput({ field, label, hint, error, others, ...rest }: Props) {
  const [taken, setTaken] = useState<string | null>(null)
  const { value, onValueChange } = rest
  const slips = value === '' ? [] : findSlips({ field, value, others })
  const take = (suggestion: string) => {
    setTaken(suggestion)
    onValueChange(suggestion)
  }
  const control = { ...rest, required: true, autoComplete: 'off' }
  return (
    <div className="grid gap-2">
      <Field
        label={label}
        hint={hint}
        error={error}
        aside={taken !== null && taken === value ? 'corrected' : undefined}
      >
        {field === 'secret' ? <SecretInput {...control} /> : <TextInput mono {...control} />}
      </Field>
      <SlipNotes slips={slips} onTake={take} />
    </div>
  )
}
