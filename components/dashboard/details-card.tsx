import { kindWords } from '@/components/dashboard/wall-rows'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { toMoment } from '@/components/ui/duration'
import type { Connection } from '@/lib/contract/connection'
import { authorityOrigin } from '@/lib/steps/cloud'

/** What identifies the connection, ready to copy. */
export function DetailsCard({ connection }: Readonly<{ connection: Connection }>) {
  const { cloud, authorityUrl, environmentUrl, tenantId, clientId, createdAt } = connection
  const { owner, environmentUse } = connection
  return (
    <Card title="Details">
      <dl className="flex flex-col gap-3">
        <Detail label="Environment and resource" value={environmentUrl} />
        <div>
          <dt className="text-sm text-faint">Kind and owner</dt>
          <dd className="text-sm">
            {kindWords[environmentUse]}, {owner ?? 'nobody named'}
          </dd>
        </div>
        <Detail label="Tenant id" value={tenantId} />
        <Detail label="Client id" value={clientId} />
        <Detail label="Authority" value={authorityOrigin(cloud, authorityUrl) ?? null} />
        <div>
          <dt className="text-sm text-faint">Made</dt>
          <dd className="text-sm">{toMoment(createdAt)}</dd>
        </div>
      </dl>
    </Card>
  )
}

function Detail({ label, value }: Readonly<{ label: string; value: string | null }>) {
  return (
    <div>
      <dt className="text-sm text-faint">{label}</dt>
      <dd className="flex items-center justify-between gap-2 text-sm">
        {value === null ? (
          <span className="text-muted">not known yet</span>
        ) : (
          <>
            <span className="min-w-0 font-mono text-xs break-all">{value}</span>
            <CopyButton value={value} label={`Copy ${label.toLowerCase()}`} className="-my-1.5" />
          </>
        )}
      </dd>
    </div>
  )
}
