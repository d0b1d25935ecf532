import type { Logger } from 'pino'
import type { Rights } from '@/lib/contract/rights'

/**
 * Who did it: a signed-in person, a token that acts for one, the server itself by one of its jobs,
 * or nobody known yet.
 */
export type Actor =
  | Readonly<{ kind: 'user'; userId: string; name: string }>
  | Readonly<{ kind: 'token'; tokenId: string; userId: string; name: string }>
  | Readonly<{ kind: 'system'; job: string }>
  | Readonly<{ kind: 'anonymous' }>

/** What every capability is given: who asks, the clock, when to stop, and where to log. */
export type Context = Readonly<{
  actor: Actor
  now: () => Date
  signal: AbortSignal
  log: Logger
  requestId: string
  /** What the actor may do; absent where the server acts by itself. */
  rights?: Rights
  /** Address that the request came from. */
  from?: string
}>
