'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { ProblemCallout } from '@/components/data/problem-callout'
import { AuditFilterBar } from '@/components/settings/audit-filter-bar'
import { AuditTable } from '@/components/settings/audit-table'
import { auditOf, auditQuery } from '@/components/settings/queries'
import { VerifyChain } from '@/components/settings/verify-chain'
import { Button } from '@/components/ui/button'
import { buttonLook } from '@/components/ui/button-look'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import type { AuditFilter } from '@/lib/contract/audit'

/** Who did what, newest first, with a filter, exports and the check of the chain. */
export function AuditView() {
  const [filter, setFilter] = useState<AuditFilter>({})
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    auditOf(filter),
  )
  const entries = data?.pages.flatMap((page) => page.entries)
  const exportHref = (format: string) =>
    `/api/audit/export?${new URLSearchParams([...auditQuery(filter), ['format', format]])}`
  return (
    <div className="flex flex-col gap-5">
      <VerifyChain />
      <AuditFilterBar filter={filter} onChange={setFilter} />
      <div className="flex flex-wrap gap-2">
        {['csv', 'ndjson'].map((format) => (
          <a
            key={format}
            href={exportHref(format)}
            download={true}
            className={buttonLook('secondary', 'sm')}
          >
            <Download aria-hidden="true" />
            {format.toUpperCase()}
          </a>
        ))}
      </div>
      {error ? <ProblemCallout error={error} /> : null}
      {entries === undefined && !error ? <Skeleton className="h-64 w-full" /> : null}
      {entries?.length === 0 ? <EmptyState title="No entry is like that" /> : null}
      {entries && entries.length > 0 ? <AuditTable entries={entries} /> : null}
      {hasNextPage ? (
        <Button
          className="self-center"
          onClick={() => void fetchNextPage()}
          busy={isFetchingNextPage}
        >
          Show older ones
        </Button>
      ) : null}
    </div>
  )
}
