'use client'

import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { KeptSecret } from '@/components/wizard/kept-secret'
import { SecretForm } from '@/components/wizard/secret-form'
import type { Connection } from '@/lib/contract/connection'

type Props = Readonly<{ connection: Connection; today: Date; onSaved: () => void }>

/** The secret is asked for once; afterwards only the server has it. */
export function SecretPanel({ connection, today, onSaved }: Props) {
  const [replacing, setReplacing] = useState(false)
  const { credential } = connection
  return (
    <Card title="What you got from it">
      {credential && !replacing ? (
        <KeptSecret
          connectionId={connection.id}
          credential={credential}
          today={today}
          onReplace={() => setReplacing(true)}
        />
      ) : (
        <SecretForm
          connection={connection}
          today={today}
          onSaved={() => {
            setReplacing(false)
            onSaved()
          }}
          onLeave={credential ? () => setReplacing(false) : null}
        />
      )}
    </Card>
  )
}
