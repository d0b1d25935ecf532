import { z } from 'zod'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'

/** Stable names of what the API refuses; `type` of a problem is `urn:fivestep:problem:<code>`. */
export const ProblemCode = z.enum([
  'bad_request',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'conflict',
  'body_too_large',
  'too_many_requests',
  'setup_link_invalid',
  'upstream_failed',
  'vault_locked',
  'database_unavailable',
  'cancelled',
  'unexpected',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/**
 * What every route answers when it cannot do what was asked (`application/problem+json`).
 *
 * @see RFC 9457
 */
export const Problem = z.object({
  type: z.string(),
  code: ProblemCode,
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  requestId: z.string(),
  /** Which input was wrong, by its path: `clientId`, `query.until`. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** Present where Entra, Graph or F&O failed. */
  diagnosis: Diagnosis.optional(),
  failure: Failure.optional(),
})
export type Problem = z.infer<typeof Problem>
