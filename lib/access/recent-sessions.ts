import type { SignedIn } from '@/lib/access/signed-in'

/** How long a session that was looked up is believed without asking the database again. */
const believedMs = 5_000
const keptMax = 1_000

type Recent = Map<string, Readonly<{ person: SignedIn; until: number }>>

const slot = Symbol.for('fivestep.recent-sessions')
const globals = globalThis as typeof globalThis & { [slot]?: Recent }

/**
 * Sessions looked up within the last five seconds, by their cookie. A page and its data ask a
 * dozen times at once, an integration fifty times a second; a session that another replica has
 * ended lives on here for five seconds at most.
 */
export function recentSession(cookie: string, nowMs: number): SignedIn | undefined {
  const found = recent().get(cookie)
  return found && found.until > nowMs ? found.person : undefined
}

/** Believes the session of `cookie` for a while. */
export function rememberSession(cookie: string, person: SignedIn, nowMs: number): void {
  const sessions = recent()
  if (sessions.size >= keptMax) sessions.clear()
  sessions.set(cookie, { person, until: nowMs + believedMs })
}

/** Believes no session any more: somebody has signed out, or a password was changed. */
export function forgetSessions(): void {
  recent().clear()
}

function recent(): Recent {
  globals[slot] ??= new Map()
  return globals[slot]
}
