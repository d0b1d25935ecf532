import { requireSignedIn, toActor } from '@/lib/access/session'
import { requireToken } from '@/lib/access/token-caller'
import type { Rights } from '@/lib/contract/rights'
import type { Actor } from '@/lib/log/context'

/** Who is behind a request, and what they may do. */
export type Caller = Readonly<{ actor: Actor; rights?: Rights }>

/**
 * Finds out who sent a request. Where it holds a token its cookies are not looked at: a token that
 * no longer works must not go on as whoever's browser it is sent from.
 *
 * @throws {AccessError} `not_signed_in`, `token_invalid`
 */
export async function requireCaller(
  headers: Headers,
  { now, from }: Readonly<{ now: Date; from: string | undefined }>,
): Promise<Caller> {
  const authorization = headers.get('authorization')
  if (authorization !== null) return requireToken(authorization, { now, from })
  const person = await requireSignedIn(headers)
  return { actor: toActor(person), rights: person.rights }
}
