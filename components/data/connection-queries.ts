import { queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { EntitySetList } from '@/lib/contract/catalog'
import { Connection, ConnectionList } from '@/lib/contract/connection'
import { PracticeInfo } from '@/lib/contract/practice'
import { ProofList } from '@/lib/contract/proof'
import { TokenStatus } from '@/lib/contract/token'

/*
 * Reads that several pillars share: one key each, so that what one has read another need not.
 */

/** Every connection, with the state of its steps, token and secret. */
export const connectionList = () =>
  queryOptions({
    queryKey: ['connections'],
    queryFn: ({ signal }) => fetchJson(ConnectionList, '/api/connections', { signal }),
  })

/** One connection. */
export const connectionOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId],
    queryFn: ({ signal }) => fetchJson(Connection, `/api/connections/${connectionId}`, { signal }),
  })

/** The newest proofs of one connection, newest first. */
export const proofsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'proofs'],
    queryFn: ({ signal }) =>
      fetchJson(ProofList, `/api/connections/${connectionId}/proof`, { signal }),
  })

/** State and claims of its token; never the token. */
export const tokenOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'token'],
    queryFn: ({ signal }) =>
      fetchJson(TokenStatus, `/api/connections/${connectionId}/token`, { signal }),
  })

/** Whether there is a practice tenant, and where. */
export const practiceInfo = () =>
  queryOptions({
    queryKey: ['practice'],
    queryFn: ({ signal }) => fetchJson(PracticeInfo, '/api/practice', { signal }),
  })

/** The entity sets of an environment; the server keeps them, so this rarely asks F&O. */
export const entitySetsOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'entity-sets'],
    queryFn: ({ signal }) =>
      fetchJson(EntitySetList, `/api/connections/${connectionId}/entity-sets`, { signal }),
    staleTime: 10 * 60_000,
  })
