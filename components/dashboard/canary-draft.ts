import type { Canary, CanaryState, CanaryWindow, PutCanaryInput } from '@/lib/contract/canary'

/** The settings as they are typed. */
export type CanaryDraft = Readonly<{
  state: CanaryState
  everyMinutes: string
  entitySet: string
  company: string
  filter: string
  latencyLimitMs: string
  windows: readonly CanaryWindow[]
}>

/** What a form begins with; a canary that was never set begins switched on. */
export function toDraft(canary: Canary | null): CanaryDraft {
  return {
    state: canary?.state ?? 'on',
    everyMinutes: String(canary?.everyMinutes ?? 5),
    entitySet: canary?.entitySet ?? '',
    company: canary?.company ?? '',
    filter: canary?.filter ?? '',
    latencyLimitMs: String(canary?.latencyLimitMs ?? 5000),
    windows: canary?.windows ?? [],
  }
}

/** What is sent; the server says what of it will not do. */
export function toInput(draft: CanaryDraft): PutCanaryInput {
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  return {
    state: draft.state,
    everyMinutes: Number(draft.everyMinutes),
    entitySet: draft.entitySet.trim(),
    company: orNull(draft.company),
    filter: orNull(draft.filter),
    latencyLimitMs: Number(draft.latencyLimitMs),
    windows: [...draft.windows],
  }
}
