import type { ProbeResult } from '@/lib/contract/probe'
import { type Cloud, clouds } from '@/lib/steps/cloud'

type Props = Readonly<{ probe: ProbeResult; cloud: Cloud }>

/** Tenant and cloud as the environment named them, so that nobody has to type them. */
export function FoundFacts({ probe, cloud }: Props) {
  return (
    <dl className="grid gap-x-6 gap-y-3 text-sm sm:grid-cols-2">
      <div className="min-w-0">
        <dt className="text-muted">Tenant</dt>
        <dd className={probe.tenantId ? 'break-all font-mono' : ''}>
          {probe.tenantId ?? 'The environment named none: you enter it in step 1.'}
        </dd>
      </div>
      <div className="min-w-0">
        <dt className="text-muted">Cloud</dt>
        <dd>
          {clouds[cloud].name}
          {probe.cloud ? '' : ' (by the look of its address)'}
        </dd>
      </div>
    </dl>
  )
}
