import { z } from 'zod'
import type { TraceIds } from '@/lib/diagnosis/failure'

/** What the body of an error says of itself. */
export type UpstreamFacts = Readonly<{
  code: string | undefined
  message: string | undefined
  ids: Partial<TraceIds>
}>

const text = z.string().catch('')

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const EntraError = z.object({
  error: z.string(),
  error_description: text,
  error_codes: z.array(z.number()).catch([]),
  trace_id: z.string().optional().catch(undefined),
  correlation_id: z.string().optional().catch(undefined),
})

/** F&O puts what happened into `innererror`; Graph and other OData services into `message`. */
const ODataError = z.object({
  error: z.object({
    code: text,
    message: text,
    innererror: z
      .object({
        message: text,
        'request-id': z.string().optional().catch(undefined),
        'client-request-id': z.string().optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
  }),
})

/** ASP.NET's own answer, for addresses that no OData route takes. */
const WebApiError = z.object({ Message: z.string(), ExceptionMessage: text })

/** Code, message and ids out of an error body; all undefined where it is no JSON that we know. */
export function upstreamFacts(body: string): UpstreamFacts {
  const json = parseJson(body)
  const entra = EntraError.safeParse(json)
  if (entra.success) return entraFacts(entra.data)
  const odata = ODataError.safeParse(json)
  if (odata.success) {
    const { code, message, innererror } = odata.data.error
    return {
      code: code || undefined,
      message: innererror?.message || message || undefined,
      ids: { requestId: innererror?.['request-id'] ?? null },
    }
  }
  const webApi = WebApiError.safeParse(json)
  const message = webApi.success ? webApi.data.ExceptionMessage || webApi.data.Message : undefined
  return { code: undefined, message: message || undefined, ids: {} }
}

function entraFacts(body: z.infer<typeof EntraError>): UpstreamFacts {
  const number = body.error_codes[0] ?? /AADSTS(\d+)/.exec(body.error_description)?.[1]
  return {
    code: number === undefined ? body.error : `AADSTS${number}`,
    // The ids and the time that Entra appends have fields of their own.
    message: body.error_description.split(/\r?\n| Trace ID:/)[0] || body.error,
    ids: { traceId: body.trace_id ?? null, correlationId: body.correlation_id ?? null },
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // An error page in HTML or plain text has no facts to read; its excerpt is the evidence.
    return undefined
  }
}
