import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { newQueryClient } from '@/components/data/query-client'
import { tokenList } from '@/components/settings/queries'
import { TokensView } from '@/components/settings/tokens-view'
import { requirePageContext } from '@/lib/access/page-context'
import { listTokens } from '@/lib/access/tokens'

export const metadata: Metadata = { title: 'API tokens' }

export default async function TokensPage() {
  const ctx = await requirePageContext('tokens.manage')
  const queries = newQueryClient()
  queries.setQueryData(tokenList().queryKey, { tokens: await listTokens(ctx) })
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <TokensView />
    </HydrationBoundary>
  )
}
