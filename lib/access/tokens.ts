import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { AccessError } from '@/lib/access/errors'
import { hashToken, tokenPrefix } from '@/lib/access/token-caller'
import { recordAudit } from '@/lib/audit/record'
import { type ApiToken, MakeTokenInput, type TokenMade } from '@/lib/contract/api-token'
import { TokenScope } from '@/lib/contract/rights'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { apiTokens, user } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

const dayMs = 86_400_000

/** All tokens, newest first, those that no longer work too. */
export async function listTokens(_ctx: Context): Promise<ApiToken[]> {
  const rows = await database()
    .orm.select({ token: apiTokens, maker: user.name })
    .from(apiTokens)
    .innerJoin(user, eq(user.id, apiTokens.userId))
    .orderBy(desc(apiTokens.createdAt))
  return rows.map(({ token, maker }) => toApiToken(token, maker))
}

/**
 * Makes a token that acts for whoever asks, within `scope`. The token is in this answer alone.
 *
 * @throws {AccessError} `not_allowed` for whoever is no person
 */
export async function makeToken(ctx: Context, input: MakeTokenInput): Promise<TokenMade> {
  const { name, scope, days } = MakeTokenInput.parse(input)
  const { actor } = ctx
  if (actor.kind !== 'user') throw new AccessError('not_allowed', 'only a person makes tokens')
  const secret = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
  const now = ctx.now()
  const row = {
    id: newId('tok'),
    sha256: hashToken(secret),
    name,
    userId: actor.userId,
    scope,
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * dayMs),
    lastUsedAt: null,
    lastUsedFrom: null,
    revokedAt: null,
  }
  await database().orm.transaction(async (tx) => {
    await tx.insert(apiTokens).values(row)
    const detail = { name, scope, expiresAt: row.expiresAt }
    await recordAudit(tx, ctx, { action: 'token.make', subject: row.id, detail })
  })
  return { token: toApiToken(row, actor.name), secret }
}

/** Ends a token at once. @throws {AccessError} `not_found` when it is not there or ended already */
export async function revokeToken(ctx: Context, id: string): Promise<void> {
  await database().orm.transaction(async (tx) => {
    const [row] = await tx
      .update(apiTokens)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(apiTokens.id, id), isNull(apiTokens.revokedAt)))
      .returning()
    if (!row) throw new AccessError('not_found', 'no living token of this id')
    const detail = { name: row.name }
    await recordAudit(tx, ctx, { action: 'token.revoke', subject: id, detail })
  })
}

function toApiToken(row: typeof apiTokens.$inferSelect, maker: string): ApiToken {
  return {
    id: row.id,
    name: row.name,
    maker,
    scope: TokenScope.parse(row.scope),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedFrom: row.lastUsedFrom,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}
