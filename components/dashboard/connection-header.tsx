'use client'

import { ExternalLink, Pencil, Table2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { CloudBadge } from '@/components/dashboard/cloud-badge'
import { DeleteDialog } from '@/components/dashboard/delete-dialog'
import { EditDialog } from '@/components/dashboard/edit-dialog'
import { HostName } from '@/components/dashboard/host-name'
import { nextAct } from '@/components/dashboard/next-act'
import { NextActLink } from '@/components/dashboard/next-act-link'
import { Breadcrumb } from '@/components/shell/breadcrumb'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import type { Connection } from '@/lib/contract/connection'

/** Which connection this is, and what can be done with it as a whole. */
export function ConnectionHeader({ connection }: Readonly<{ connection: Connection }>) {
  const [editing, setEditing] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const open = nextAct(connection.steps).kind !== 'explore'
  return (
    <div>
      <Breadcrumb trail={[{ href: paths.connections(), label: 'Connections' }]} />
      <PageTitle
        title={connection.name}
        actions={
          <>
            <NextActLink connection={connection} main={true} />
            {open ? (
              <ButtonLink href={paths.explorer(connection.id)}>
                <Table2 aria-hidden="true" />
                Explore data
              </ButtonLink>
            ) : null}
            <Button onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" />
              Edit
            </Button>
            <Button onClick={() => setDeleting(true)}>
              <Trash2 aria-hidden="true" />
              Delete
            </Button>
          </>
        }
      >
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <EnvironmentAddress connection={connection} />
          <CloudBadge cloud={connection.cloud} />
        </span>
      </PageTitle>
      <EditDialog connection={connection} open={editing} onOpenChange={setEditing} />
      <DeleteDialog connection={connection} open={deleting} onOpenChange={setDeleting} />
    </div>
  )
}

function EnvironmentAddress({ connection }: Readonly<{ connection: Connection }>) {
  const host = (
    <span className="font-mono text-sm">
      <HostName url={connection.environmentUrl} />
    </span>
  )
  // Only the server can reach the practice hosts; a browser would find nothing there.
  if (connection.cloud === 'practice') return host
  return (
    <a
      href={connection.environmentUrl}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink hover:underline"
    >
      {host}
      <ExternalLink aria-hidden="true" className="size-3.5 shrink-0" />
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
