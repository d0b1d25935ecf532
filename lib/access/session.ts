import { auth } from '@/lib/access/auth'
import { AccessError } from '@/lib/access/errors'
import { readRights } from '@/lib/access/read-rights'
import { recentSession, rememberSession } from '@/lib/access/recent-sessions'
import type { SignedIn } from '@/lib/access/signed-in'
import type { Actor } from '@/lib/log/context'

/** An admin signs in anew each working day; everybody else once a week. */
const adminSessionMs = 12 * 3_600_000

/** The person whose session cookie `headers` holds, or undefined. */
export async function getSignedIn(headers: Headers): Promise<SignedIn | undefined> {
  const cookie = headers.get('cookie')
  if (cookie === null) return undefined
  const known = recentSession(cookie, Date.now())
  if (known) return known

  const found = await auth().api.getSession({ headers })
  if (!found) return undefined
  const { id, name, email } = found.user
  const rights = await readRights(id)
  if (!rights) return undefined
  const ageMs = Date.now() - found.session.createdAt.getTime()
  if (rights.role === 'admin' && ageMs > adminSessionMs) return undefined
  const person = { id, name, email, sessionId: found.session.id, rights }
  rememberSession(cookie, person, Date.now())
  return person
}

/** @throws {AccessError} `not_signed_in` when the request holds no living session. */
export async function requireSignedIn(headers: Headers): Promise<SignedIn> {
  const person = await getSignedIn(headers)
  if (!person) throw new AccessError('not_signed_in', 'no living session')
  return person
}

/** The person as an actor of capabilities. */
export function toActor(person: SignedIn): Actor {
  return { kind: 'user', userId: person.id, name: person.name }
}
