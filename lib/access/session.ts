import { auth } from '@/lib/access/auth'
import { AccessError } from '@/lib/access/errors'
import type { Actor } from '@/lib/log/context'

/** The signed-in person behind a request. */
export type SignedIn = Readonly<{ id: string; name: string; email: string }>

/** The person whose session cookie `headers` holds, or undefined. */
export async function getSignedIn(headers: Headers): Promise<SignedIn | undefined> {
  const session = await auth().api.getSession({ headers })
  if (!session) return undefined
  const { id, name, email } = session.user
  return { id, name, email }
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
