import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { fetchJson } from '@/components/data/fetch-json'
import { CanaryReport, type CanarySpan } from '@/lib/contract/canary'
import { Dashboard } from '@/lib/contract/dashboard'

const wallEveryMs = 15_000
const canaryEveryMs = 15_000
const runningEveryMs = 1_500

/** All connections at a glance, kept fresh also where nobody has touched the page for days. */
export const dashboardOf = (span: CanarySpan) =>
  queryOptions({
    queryKey: ['dashboard', span],
    queryFn: ({ signal }) => fetchJson(Dashboard, `/api/dashboard?span=${span}`, { signal }),
    refetchInterval: wallEveryMs,
    refetchIntervalInBackground: true,
    refetchOnReconnect: 'always',
    placeholderData: keepPreviousData,
  })

/** The canary of a connection with its newest runs. */
export const canaryOf = (connectionId: string) =>
  queryOptions({
    queryKey: ['connections', connectionId, 'canary'],
    queryFn: ({ signal }) =>
      fetchJson(CanaryReport, `/api/connections/${connectionId}/canary`, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.canary?.isRunning ? runningEveryMs : canaryEveryMs,
  })
