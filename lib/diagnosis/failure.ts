import { z } from 'zod'

/** Whose answer, or silence, the failure is. */
export const FailureSource = z.enum(['environment', 'authority', 'graph', 'fivestep'])
export type FailureSource = z.infer<typeof FailureSource>

/** Ids that Microsoft's support asks for; each is null where the answer held none. */
export const TraceIds = z.object({
  correlationId: z.string().nullable(),
  traceId: z.string().nullable(),
  requestId: z.string().nullable(),
  dynAid: z.string().nullable(),
  clientRequestId: z.string().nullable(),
})
export type TraceIds = z.infer<typeof TraceIds>

/**
 * Normalised evidence of something that went wrong, the same shape whoever failed.
 *
 * `code` is `AADSTS7000215` for Entra, one of {@link NetworkCode} when no answer came, the
 * upstream's own code or null else. Header names are lower case. `bodyExcerpt` holds at most
 * 2,000 characters and never a token or a secret: whoever makes a failure redacts it first.
 */
export const Failure = z.object({
  where: FailureSource,
  method: z.string(),
  url: z.string(),
  status: z.int().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  bodyExcerpt: z.string().nullable(),
  ids: TraceIds,
  at: z.iso.datetime(),
  tookMs: z.number().nonnegative(),
})
export type Failure = z.infer<typeof Failure>

/** Codes of a {@link Failure} for which no HTTP answer exists. */
export const NetworkCode = z.enum([
  'egress_refused',
  'dns_not_found',
  'dns_failed',
  'connect_refused',
  'connect_reset',
  'connect_timed_out',
  'network_unreachable',
  'tls_name_mismatch',
  'tls_self_signed',
  'tls_expired',
  'tls_untrusted',
  'tls_failed',
  'proxy_failed',
  'timed_out',
  'body_too_large',
  'redirect_refused',
  'answer_malformed',
  'cancelled',
  'unexpected',
])
export type NetworkCode = z.infer<typeof NetworkCode>

export const noTraceIds: TraceIds = {
  correlationId: null,
  traceId: null,
  requestId: null,
  dynAid: null,
  clientRequestId: null,
}
