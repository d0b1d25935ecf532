'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { dayAfter, secretLives, toDay } from '@/components/wizard/secret-days'

type Props = Readonly<{
  today: Date
  /** Null where the person does not know the day. */
  expiresOn: string | null
  onChange: (day: string | null) => void
  error: string | undefined
}>

/** When the secret stops working: by the life that was chosen in the portal, or by the day. */
export function ExpiryInput({ today, expiresOn, onChange, error }: Props) {
  const [life, setLife] = useState('180')
  const choose = (next: string) => {
    setLife(next)
    const days = Number(next)
    if (next === 'unknown') onChange(null)
    else if (days > 0) onChange(dayAfter(today, days))
    else onChange(expiresOn ?? dayAfter(today, 180))
  }
  return (
    <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2">
      <Field label="Life chosen in the portal" hint={lifeHint(expiresOn)}>
        <Select value={life} onValueChange={choose} options={secretLives} />
      </Field>
      {life === 'unknown' ? null : (
        <Field label="Expires on" error={error} hint="As the portal’s column Expires says.">
          <TextInput
            type="date"
            required
            min={today.toISOString().slice(0, 10)}
            value={expiresOn ?? ''}
            onValueChange={(day) => {
              setLife('other')
              onChange(day)
            }}
          />
        </Field>
      )}
    </div>
  )
}

function lifeHint(expiresOn: string | null): string {
  return expiresOn
    ? `Counted from today it ends on ${toDay(expiresOn)}.`
    : 'Nobody can be reminded of a day that is not known.'
}
