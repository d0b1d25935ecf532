import { Ago } from '@/components/ui/ago'
import { Card } from '@/components/ui/card'
import { RecapLine } from '@/components/wizard/recap-line'
import { toDay } from '@/components/wizard/secret-days'
import type { Connection } from '@/lib/contract/connection'

/** The four values as one set, each with the page where it is changed. */
export function Recap({ connection }: Readonly<{ connection: Connection }>) {
  const { id, clientId, tenantId, credential, environmentUrl } = connection
  return (
    <Card title="The four credentials">
      <dl className="divide-y divide-line">
        <RecapLine
          label="Client ID"
          note="Which app it is. From step 1."
          value={clientId}
          connectionId={id}
          step="register"
        />
        <RecapLine
          label="Tenant ID"
          note="Which company it belongs to. From step 1."
          value={tenantId}
          connectionId={id}
          step="register"
        />
        <RecapLine
          label="Client secret"
          note="How it proves that it is the app. From step 2."
          value={null}
          connectionId={id}
          step="secret"
        >
          {credential ? (
            <span>
              Kept on the server, added <Ago iso={credential.addedAt} />
              {credential.expiresOn ? `, expires on ${toDay(credential.expiresOn)}` : ''}
            </span>
          ) : null}
        </RecapLine>
        <RecapLine
          label="Resource"
          note="What the token is for: the bare address, no slash at the end, no /data."
          value={environmentUrl}
          connectionId={id}
          step={null}
        />
      </dl>
    </Card>
  )
}
