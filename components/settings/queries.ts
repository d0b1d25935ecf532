import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { ApiTokenList } from '@/lib/contract/api-token'
import { type AuditFilter, AuditPage } from '@/lib/contract/audit'
import { MemberList, SessionList } from '@/lib/contract/members'

/** Where the person is signed in. */
export const ownSessions = () =>
  queryOptions({
    queryKey: ['sessions'],
    queryFn: ({ signal }) => fetchJson(SessionList, '/api/access/sessions', { signal }),
  })

/** Everybody who can sign in, and the invitations that are out. */
export const memberList = () =>
  queryOptions({
    queryKey: ['members'],
    queryFn: ({ signal }) => fetchJson(MemberList, '/api/members', { signal }),
  })

export const tokenList = () =>
  queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => fetchJson(ApiTokenList, '/api/tokens', { signal }),
  })

/** The audit log, page by page, newest first. */
export const auditOf = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ signal, pageParam }) => {
      const query = auditQuery(filter)
      if (pageParam !== null) query.set('before', String(pageParam))
      return fetchJson(AuditPage, `/api/audit?${query}`, { signal })
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? (entries.at(-1)?.id ?? null) : null),
  })

/** A filter as the query of an address: what is empty asks for nothing. */
export function auditQuery(filter: AuditFilter): URLSearchParams {
  const set = Object.entries(filter).filter(([, value]) => value)
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)]))
}
