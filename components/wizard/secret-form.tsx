'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { ExpiryInput } from '@/components/wizard/expiry-input'
import { puttingCredential } from '@/components/wizard/mutations'
import { dayAfter } from '@/components/wizard/secret-days'
import { SlipInput } from '@/components/wizard/slip-input'
import type { Connection } from '@/lib/contract/connection'

const defaultDays = 180

type Props = Readonly<{
  connection: Connection
  today: Date
  onSaved: () => void
  /** Leaves the form for the secret that is kept already; null where there is none. */
  onLeave: (() => void) | null
}>

/** Takes the secret and the day on which it expires; saving starts the check. */
export function SecretForm({ connection, today, onSaved, onLeave }: Props) {
  const [value, setValue] = useState('')
  const [expiresOn, setExpiresOn] = useState<string | null>(dayAfter(today, defaultDays))
  const put = useMutation(puttingCredential(useQueryClient(), connection.id))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    put.mutate(
      { kind: 'secret', value, expiresOn },
      {
        onSuccess: () => {
          setValue('')
          onSaved()
        },
      },
    )
  }
  return (
    <form onSubmit={submit} autoComplete="off" className="grid max-w-2xl gap-5">
      <SlipInput
        field="secret"
        label="Value of the secret"
        hint="It is sent to the server once, kept there encrypted, and never shown again."
        value={value}
        onValueChange={setValue}
        others={connection}
        error={fieldProblem(put.error, 'value')}
      />
      <ExpiryInput
        today={today}
        expiresOn={expiresOn}
        onChange={setExpiresOn}
        error={fieldProblem(put.error, 'expiresOn')}
      />
      {put.isError ? <ProblemCallout error={put.error} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="primary" busy={put.isPending}>
          Save and check
        </Button>
        {onLeave ? (
          <Button variant="ghost" onClick={onLeave}>
            Keep the one that is saved
          </Button>
        ) : null}
      </div>
    </form>
  )
}
