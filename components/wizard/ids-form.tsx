'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { fieldProblem } from '@/components/data/problem-words'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { updating } from '@/components/wizard/mutations'
import { probeOf } from '@/components/wizard/queries'
import { SlipInput } from '@/components/wizard/slip-input'
import type { Connection } from '@/lib/contract/connection'

type Props = Readonly<{ connection: Connection; onSaved: () => void }>

/** Takes the two ids of the app; saving them starts the check. */
export function IdsForm({ connection, onSaved }: Props) {
  const [clientId, setClientId] = useState(connection.clientId ?? '')
  const [tenantId, setTenantId] = useState(connection.tenantId ?? '')
  const { data: probe } = useQuery(probeOf(connection.environmentUrl))
  const save = useMutation(updating(useQueryClient(), connection.id))
  const challengeTenantId = probe?.tenantId ?? null
  const { environmentUrl } = connection

  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(
      { clientId: clientId.trim(), tenantId: tenantId.trim() },
      { onSuccess: () => onSaved() },
    )
  }
  return (
    <Card title="What you got from it">
      <form onSubmit={submit} className="grid max-w-2xl gap-5">
        <SlipInput
          field="clientId"
          label="Application (client) ID"
          hint="From the app’s Overview page. Not the Object ID beside it."
          placeholder="00000000-0000-0000-0000-000000000000"
          value={clientId}
          onValueChange={setClientId}
          others={{ tenantId, challengeTenantId, environmentUrl }}
          error={fieldProblem(save.error, 'clientId')}
        />
        <SlipInput
          field="tenantId"
          label="Directory (tenant) ID"
          hint={
            challengeTenantId !== null && challengeTenantId === tenantId
              ? 'Filled in: the environment itself names this tenant.'
              : 'From the same page; a verified domain will do too.'
          }
          value={tenantId}
          onValueChange={setTenantId}
          others={{ clientId, challengeTenantId, environmentUrl }}
          error={fieldProblem(save.error, 'tenantId')}
        />
        {save.isError ? <ProblemCallout error={save.error} /> : null}
        <div>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save and check
          </Button>
        </div>
      </form>
    </Card>
  )
}
