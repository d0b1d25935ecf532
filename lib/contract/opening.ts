import { z } from 'zod'
import { Timestamp } from '@/lib/contract/ids'

/** `PUT /api/connections/{id}/opening`: lets operators change rows of production, for a time. */
export const OpenProductionInput = z.object({
  minutes: z.int().min(5).max(480),
  reason: z.string().trim().min(3).max(500),
})
export type OpenProductionInput = z.infer<typeof OpenProductionInput>

/** Whether rows can be changed through a connection. */
export const Opening = z.object({
  /** Production, or an environment of which nobody can say that it is not. */
  isProduction: z.boolean(),
  openUntil: Timestamp.nullable(),
  reason: z.string().nullable(),
})
export type Opening = z.infer<typeof Opening>
