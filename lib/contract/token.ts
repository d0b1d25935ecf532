import { z } from 'zod'
import { Timestamp } from '@/lib/contract/ids'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'

/** One claim, explained. `value` is text whatever the claim's type. */
export const Claim = z.object({
  name: z.string(),
  value: z.string(),
  meaning: z.string(),
  /** Whether it is what F&O needs; `info` where F&O does not care. */
  verdict: z.enum(['good', 'warning', 'bad', 'info']),
})
export type Claim = z.infer<typeof Claim>

/** `GET /api/connections/{id}/token`: the state of the token, never the token. */
export const TokenStatus = z.object({
  state: z.enum(['none', 'fresh', 'expired']),
  mintedAt: Timestamp.nullable(),
  expiresAt: Timestamp.nullable(),
  /** Seconds of life left by the server's clock; null without a token. */
  secondsLeft: z.int().nullable(),
  mints: z.int().nonnegative(),
  claims: z.array(Claim),
  lastFailure: z.object({ at: Timestamp, diagnosis: Diagnosis }).nullable(),
})
export type TokenStatus = z.infer<typeof TokenStatus>
