import { z } from 'zod'

/** `GET /api/practice`: whether the built-in practice tenant runs, and where. */
export const PracticeInfo = z.object({
  enabled: z.boolean(),
  environmentUrl: z.string(),
  /** Path of the portal inside the app. */
  portalPath: z.string(),
})
export type PracticeInfo = z.infer<typeof PracticeInfo>
