'use client'

import { Field } from '@/components/ui/field'
import { SecretInput } from '@/components/ui/secret-input'
import { TextInput } from '@/components/ui/text-input'
import { SlipNotes } from '@/components/wizard/slip-notes'
import { useSettled } from '@/components/wizard/use-settled'
import type { SlipOthers } from '@/lib/steps/slip'
import { findSlips, type SlipField } from '@/lib/steps/slips'

/** Long enough that a half-typed id is not called wrong, short enough to answer a paste at once. */
const pauseMs = 350

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
  const settled = useSettled(rest.value, pauseMs)
  const slips = settled === rest.value ? findSlips({ field, value: settled, others }) : []
  const control = { ...rest, required: true, autoComplete: 'off' }
  return (
    <div className="grid gap-2">
      <Field label={label} hint={hint} error={error}>
        {field === 'secret' ? <SecretInput {...control} /> : <TextInput mono {...control} />}
      </Field>
      <SlipNotes slips={slips} secret={field === 'secret'} onTake={rest.onValueChange} />
    </div>
  )
}
