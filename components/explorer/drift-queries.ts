import { queryOptions } from '@tanstack/react-query'
import { catalogUrl } from '@/components/data/catalog-queries'
import { fetchJson } from '@/components/data/fetch-json'
import { CatalogDrift } from '@/lib/contract/drift'

/** What is different between the present catalog of a connection and another one. */
export const driftOf = (
  connectionId: string,
  { other, turned }: Readonly<{ other: string; turned: boolean }>,
) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'catalog', 'drift', other, turned],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ with: other, turned: String(turned) })
      return fetchJson(CatalogDrift, `${catalogUrl(connectionId)}/drift?${asked}`, {
        signal,
      })
    },
    staleTime: 5 * 60_000,
    retry: false,
  })
