import Link from 'next/link'
import type { ReactNode } from 'react'
import { CloudBadge } from '@/components/dashboard/cloud-badge'
import { HostName } from '@/components/dashboard/host-name'
import { NextActLink } from '@/components/dashboard/next-act-link'
import { SecretLeft } from '@/components/dashboard/secret-left'
import { StepRail } from '@/components/dashboard/step-rail'
import { TokenLeft } from '@/components/dashboard/token-left'
import { paths } from '@/components/shell/paths'
import type { Connection } from '@/lib/contract/connection'

/** One connection of the list, with all that tells whether it needs someone. */
export function ConnectionRow({ connection }: Readonly<{ connection: Connection }>) {
  return (
    <li className="grid grid-cols-2 items-center gap-x-6 gap-y-4 px-5 py-4 md:grid-cols-[minmax(0,1fr)_9rem_10.5rem] lg:grid-cols-[minmax(0,1fr)_10rem_8.5rem_8.5rem_10.5rem]">
      <div className="col-span-full min-w-0 md:col-span-2 lg:col-span-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 text-base font-semibold break-words">
            <Link
              href={paths.connection(connection.id)}
              className="rounded-sm underline-offset-4 hover:underline"
            >
              {connection.name}
            </Link>
          </h2>
          <CloudBadge cloud={connection.cloud} />
        </div>
        <p className="mt-0.5 font-mono text-xs text-muted">
          <HostName url={connection.environmentUrl} />
        </p>
      </div>
      <div className="col-span-full md:col-span-1">
        <StepRail steps={connection.steps} />
      </div>
      <Fact label="Token">
        <TokenLeft expiresAt={connection.token.expiresAt} />
      </Fact>
      <Fact label="Secret">
        <SecretLeft credential={connection.credential} />
      </Fact>
      <div className="col-span-full md:col-span-1 md:col-start-3 md:row-start-1 lg:col-start-5">
        <NextActLink connection={connection} size="sm" className="w-full" />
      </div>
    </li>
  )
}

function Fact({ label, children }: Readonly<{ label: string; children: ReactNode }>) {
  return (
    <dl className="min-w-0 text-sm">
      <dt className="text-xs text-faint">{label}</dt>
      <dd className="flex min-h-6 min-w-0 items-center tabular-nums">{children}</dd>
    </dl>
  )
}
