import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { ConnectionList } from '@/components/dashboard/connection-list'
import { connectionList } from '@/components/data/connection-queries'
import { newQueryClient } from '@/components/data/query-client'
import { CatalogFiles } from '@/components/explorer/files/catalog-files'
import { PageFrame } from '@/components/shell/page-frame'
import { PageTitle } from '@/components/shell/page-title'
import { paths } from '@/components/shell/paths'
import { ButtonLink } from '@/components/ui/button-link'
import { requirePageContext } from '@/lib/access/page-context'
import { listConnections } from '@/lib/connections/list-connections'
import { practiceInfo } from '@/lib/practice/practice-info'

export const metadata: Metadata = { title: 'Connections' }

export default async function ConnectionsPage() {
  const ctx = await requirePageContext('connection.read')
  const queries = newQueryClient()
  const connections = await listConnections(ctx)
  queries.setQueryData(connectionList().queryKey, { connections })
  return (
    <PageFrame className="flex flex-col gap-6">
      <PageTitle
        title="Connections"
        actions={
          connections.length > 0 ? (
            <ButtonLink href={paths.connect()} variant="primary">
              <Plus aria-hidden="true" />
              Connect an environment
            </ButtonLink>
          ) : null
        }
      />
      <HydrationBoundary state={dehydrate(queries)}>
        <ConnectionList practiceEnabled={practiceInfo().enabled} />
        <CatalogFiles />
      </HydrationBoundary>
    </PageFrame>
  )
}
