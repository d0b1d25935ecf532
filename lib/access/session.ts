import { auth } from '@/lib/access/auth'
import { AccessError } from '@/lib/access/errors'
import { recentSession, rememberSession } from '@/lib/access/recent-sessions'
import type { SignedIn } from '@/lib/access/signed-in'
import type { Actor } from '@/lib/log/context'

/** The person whose session cookie `headers` holds, or undefined. */
export async function getSignedIn(headers: Headers): Promise<SignedIn | undefined> {
  const cookie = headers.get('cookie')
  if (cookie === null) return undefined
  const known = recentSession(cookie, Date.now())
  if (known) return known

  const session = await auth().api.getSession({ headers })
  if (!session) return undefined
  const { id, name, email } = session.user
  const person = { id, name, email }
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
