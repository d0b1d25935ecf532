import { hasPropagated } from '@/lib/sandbox/entra/propagation'
import { type Environment, environmentHost } from '@/lib/sandbox/hosts'
import type { Store } from '@/lib/sandbox/state/store'
import type { FinopsState } from '@/lib/sandbox/types'

/** What the environment named `environment` remembers, as its F&O half sees it. */
export function createFinopsState(
  store: Store,
  environment: Environment,
  now: () => Date,
): FinopsState {
  const read = () => store.read().environments[environment]
  return {
    isRegistered(clientId) {
      const wanted = clientId.toLowerCase()
      const row = read().registrations.find((known) => known.clientId === wanted)
      const world = { delays: store.read().delays, now: now() }
      if (!row || !hasPropagated(row.createdAtMs, 'trust', world)) return undefined
      return { userId: row.userId }
    },
    listRegistrations: () => read().registrations,
    addRegistration: (row) =>
      store.change((draft) => {
        const clientId = row.clientId.toLowerCase()
        const environmentDraft = draft.environments[environment]
        const others = environmentDraft.registrations.filter((known) => known.clientId !== clientId)
        const added = { clientId, name: row.name, userId: row.userId }
        environmentDraft.registrations = [...others, { ...added, createdAtMs: now().getTime() }]
      }),
    removeRegistration: (clientId) =>
      store.change((draft) => {
        const rows = draft.environments[environment].registrations
        const kept = rows.filter((known) => known.clientId !== clientId.toLowerCase())
        draft.environments[environment].registrations = kept
        return kept.length < rows.length
      }),
    users: () => read().users,
    fault: (host) =>
      host === environmentHost(environment) ? (read().fault ?? undefined) : undefined,
  }
}
