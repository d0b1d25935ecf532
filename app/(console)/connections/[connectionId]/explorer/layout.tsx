import type { ReactNode } from 'react'
import { ExplorerShell } from '@/app/(console)/connections/[connectionId]/explorer/explorer-shell'
import { findConnection } from '@/app/(console)/connections/[connectionId]/find-connection'

type Props = Readonly<{ params: Promise<{ connectionId: string }>; children: ReactNode }>

export default async function ExplorerLayout({ params, children }: Props) {
  const { connectionId } = await params
  const { name } = await findConnection(connectionId)
  return (
    <ExplorerShell connectionId={connectionId} connectionName={name}>
      {children}
    </ExplorerShell>
  )
}
