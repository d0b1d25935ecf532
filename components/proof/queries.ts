import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { proofsOf } from '@/components/data/connection-queries'
import { fetchJson, fetchText } from '@/components/data/fetch-json'
import { ProofChanges } from '@/lib/contract/comparison'
import { Proof, ProofHistory } from '@/lib/contract/proof'

/** Proofs of one page of a history. */
export const historyPageSize = 60

/** The history of a connection, newest first, page after page. */
export const historyOf = (connectionId: string) =>
  infiniteQueryOptions({
    queryKey: [...proofsOf(connectionId).queryKey, 'history'],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const page = new URLSearchParams({ limit: String(historyPageSize) })
      if (pageParam !== null) page.set('before', pageParam)
      return fetchJson(ProofHistory, `/api/connections/${connectionId}/proofs?${page}`, { signal })
    },
    getNextPageParam: ({ next }) => next,
  })

/** One kept proof as a whole. */
export const proofOf = (connectionId: string, proofId: string) =>
  queryOptions({
    queryKey: [...proofsOf(connectionId).queryKey, proofId],
    queryFn: ({ signal }) =>
      fetchJson(Proof, `/api/connections/${connectionId}/proofs/${proofId}`, { signal }),
  })

/** The newest proof as a whole; null where nothing has been run yet. */
export const newestOf = (connectionId: string) =>
  queryOptions({
    queryKey: [...proofsOf(connectionId).queryKey, 'newest'],
    queryFn: async ({ signal }) => {
      const path = `/api/connections/${connectionId}/proofs`
      const [newest] = (await fetchJson(ProofHistory, `${path}?limit=1`, { signal })).proofs
      return newest ? await fetchJson(Proof, `${path}/${newest.id}`, { signal }) : null
    },
  })

/** What changed between two runs; since the last one that passed where `since` is null. */
export const changesOf = (connectionId: string, proofId: string, since: string | null) =>
  queryOptions({
    queryKey: [...proofOf(connectionId, proofId).queryKey, 'changes', since],
    queryFn: ({ signal }) =>
      fetchJson(
        ProofChanges,
        `/api/connections/${connectionId}/proofs/${proofId}/changes${since === null ? '' : `?since=${since}`}`,
        { signal },
      ),
  })

/** Where the support bundle of a proof is downloaded. */
export const supportBundlePath = (connectionId: string, proofId: string) =>
  `/api/connections/${connectionId}/proofs/${proofId}/bundle`

/** What the support bundle of a proof says, as Markdown. */
export const supportSummaryOf = (connectionId: string, proofId: string) =>
  queryOptions({
    queryKey: [...proofOf(connectionId, proofId).queryKey, 'support-summary'],
    queryFn: ({ signal }) =>
      fetchText(`${supportBundlePath(connectionId, proofId)}/summary`, { signal }),
    // Made anew each time it is looked at: it says when it was made.
    staleTime: 0,
  })
