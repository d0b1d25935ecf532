import { queryOptions } from '@tanstack/react-query'
import { fetchJson, jsonBody } from '@/components/data/fetch-json'
import { EntityPage, EntitySetList } from '@/lib/contract/catalog'
import { Connection } from '@/lib/contract/connection'
import { PracticeInfo } from '@/lib/contract/practice'
import { ProbeResult } from '@/lib/contract/probe'
import { ProofList } from '@/lib/contract/proof'
import { TokenStatus } from '@/lib/contract/token'

/** The connection that is being set up. */
export const connectionOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId],
    queryFn: ({ signal }) => fetchJson(Connection, `/api/connections/${connectionId}`, { signal }),
  })

/** The runs of its chain, newest first. */
export const proofsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'proofs'],
    queryFn: ({ signal }) =>
      fetchJson(ProofList, `/api/connections/${connectionId}/proof`, { signal }),
  })

/** Whether there is a practice tenant, and where. */
export const practiceInfo = () =>
  queryOptions({
    queryKey: ['practice'],
    queryFn: ({ signal }) => fetchJson(PracticeInfo, '/api/practice', { signal }),
  })

/** What an address answers before anything is saved; asked once, and again only on demand. */
export const probeOf = (environmentUrl: string) =>
  queryOptions({
    queryKey: ['probe', environmentUrl],
    queryFn: ({ signal }) =>
      fetchJson(ProbeResult, '/api/environments/probe', {
        ...jsonBody('POST', { environmentUrl }),
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })

/** State and claims of the token; the token itself never leaves the server. */
export const tokenOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'token'],
    queryFn: ({ signal }) =>
      fetchJson(TokenStatus, `/api/connections/${connectionId}/token`, { signal }),
  })

/** Names of everything that can be read in the environment. */
export const entitySetsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'entity-sets'],
    queryFn: ({ signal }) =>
      fetchJson(EntitySetList, `/api/connections/${connectionId}/entity-sets`, { signal }),
  })

/** Rows that the last page of the wizard reads. */
export const firstRowsMax = 5

/** The first rows of one entity set: the read that ends the set-up. */
export const firstRowsOf = (connectionId: string, entitySet: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'first-rows', entitySet],
    queryFn: ({ signal }) =>
      fetchJson(
        EntityPage,
        `/api/connections/${connectionId}/odata/${encodeURIComponent(entitySet)}?$top=${firstRowsMax}`,
        { signal },
      ),
  })
