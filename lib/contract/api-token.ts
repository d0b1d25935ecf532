import { z } from 'zod'
import { Timestamp, TokenId } from '@/lib/contract/ids'
import { TokenScope } from '@/lib/contract/rights'

/** A token of automation, without the token. */
export const ApiToken = z.object({
  id: TokenId,
  name: z.string(),
  /** Whose rights it acts within. */
  maker: z.string(),
  scope: TokenScope,
  createdAt: Timestamp,
  expiresAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
  lastUsedFrom: z.string().nullable(),
  revokedAt: Timestamp.nullable(),
})
export type ApiToken = z.infer<typeof ApiToken>

/** `GET /api/tokens` */
export const ApiTokenList = z.object({ tokens: z.array(ApiToken) })
export type ApiTokenList = z.infer<typeof ApiTokenList>

/** `POST /api/tokens` */
export const MakeTokenInput = z.object({
  name: z.string().trim().min(1).max(120),
  scope: TokenScope,
  days: z.int().min(1).max(366),
})
export type MakeTokenInput = z.infer<typeof MakeTokenInput>

/** What making one answers: the only time that the token itself is shown. */
export const TokenMade = z.object({ token: ApiToken, secret: z.string() })
export type TokenMade = z.infer<typeof TokenMade>
