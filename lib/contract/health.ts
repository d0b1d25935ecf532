import { z } from 'zod'

/** `GET /api/health`: 200 when all is well, 503 otherwise. Public, so it tells no more than this. */
export const Health = z.object({
  status: z.enum(['ok', 'degraded']),
  database: z.enum(['ok', 'down']),
  vault: z.enum(['ok', 'key_wrong', 'key_lost']),
  practice: z.enum(['on', 'off', 'failed']),
})
export type Health = z.infer<typeof Health>
