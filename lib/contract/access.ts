import { z } from 'zod'
import { Role } from '@/lib/contract/rights'

/** `POST /api/access/set-up`: makes the first admin, once, with the token of the set-up link. */
export const SetUpInput = z.object({
  token: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(320),
  password: z.string().min(12, 'at least 12 characters').max(256),
})
export type SetUpInput = z.infer<typeof SetUpInput>

/** `GET /api/access/session` */
export const SessionInfo = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  role: Role,
})
export type SessionInfo = z.infer<typeof SessionInfo>
