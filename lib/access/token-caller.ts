import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { AccessError } from '@/lib/access/errors'
import { readRights } from '@/lib/access/read-rights'
import { type Rights, TokenScope } from '@/lib/contract/rights'
import { database } from '@/lib/db/client'
import { apiTokens, user } from '@/lib/db/schema'
import type { Actor } from '@/lib/log/context'

/** How tokens begin, so that whoever finds one in a log or a repository knows what it is. */
export const tokenPrefix = 'fvs_'

/** The last use is written down once in so long, and not with each of fifty reads a second. */
const noticeEveryMs = 60_000

type TokenCaller = Readonly<{ actor: Actor; rights: Rights }>
type Use = Readonly<{ now: Date; from: string | undefined }>

/**
 * The caller whose token `authorization` holds: what its scope allows, within what the person who
 * made it may do now.
 *
 * @throws {AccessError} `token_invalid` for one that is unknown, revoked or expired
 * @see RFC 6750, 2.1
 */
export async function requireToken(authorization: string, use: Use): Promise<TokenCaller> {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  if (!token?.startsWith(tokenPrefix)) throw invalid('not one of ours')
  const [row] = await database()
    .orm.select({ token: apiTokens, person: user.name })
    .from(apiTokens)
    .innerJoin(user, eq(user.id, apiTokens.userId))
    .where(eq(apiTokens.sha256, hashToken(token)))
  if (!row) throw invalid('unknown')
  const { id, userId, name, scope, revokedAt, expiresAt, lastUsedAt } = row.token
  if (revokedAt !== null) throw invalid('revoked')
  if (expiresAt <= use.now) throw invalid('expired')
  const rights = await readRights(userId)
  if (!rights) throw invalid('its maker is no member')

  if (lastUsedAt === null || use.now.getTime() - lastUsedAt.getTime() > noticeEveryMs) {
    await database()
      .orm.update(apiTokens)
      .set({ lastUsedAt: use.now, lastUsedFrom: use.from ?? null })
      .where(eq(apiTokens.id, id))
  }
  return {
    actor: { kind: 'token', tokenId: id, userId, name },
    rights: { ...rights, token: TokenScope.parse(scope) },
  }
}

/** What is stored of a token. It is random enough that nobody needs a slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

function invalid(why: string): AccessError {
  return new AccessError('token_invalid', `the token is ${why}`)
}
