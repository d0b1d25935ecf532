import { randomUUID } from 'node:crypto'

/** OAuth error names that Entra's token endpoint uses. @see RFC 6749 section 5.2 */
export type OAuthErrorName =
  | 'invalid_request'
  | 'invalid_client'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'invalid_resource'
  | 'invalid_grant'
  | 'access_denied'
  | 'temporarily_unavailable'

/** Why Entra refuses: its own number, the OAuth name, the status and the sentence. */
export type Refusal = Readonly<{
  code: number
  error: OAuthErrorName
  status: 400 | 401 | 405
  text: string
}>

/** Thrown by the endpoints of the practice Entra, answered as Entra answers. */
export class EntraRefusal extends Error {
  override readonly name = 'EntraRefusal'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(`AADSTS${refusal.code}: ${refusal.text}`)
    this.refusal = refusal
  }
}

export type RefusalContext = Readonly<{
  /** Origin of the login host as the client called it. */
  origin: string
  correlationId: string
  now: Date
}>

/** The JSON that Entra answers a refused request with, headers included. */
export function refusalResponse(refusal: Refusal, context: RefusalContext): Response {
  const traceId = randomUUID()
  const timestamp = `${context.now.toISOString().slice(0, 19).replace('T', ' ')}Z`
  const description = [
    `AADSTS${refusal.code}: ${refusal.text}`,
    `Trace ID: ${traceId}`,
    `Correlation ID: ${context.correlationId}`,
    `Timestamp: ${timestamp}`,
  ].join('\r\n')
  const body = {
    error: refusal.error,
    error_description: description,
    error_codes: [refusal.code],
    timestamp,
    trace_id: traceId,
    correlation_id: context.correlationId,
    error_uri: `${context.origin}/error?code=${refusal.code}`,
  }
  return Response.json(body, {
    status: refusal.status,
    headers: { ...entraHeaders(traceId), ...(refusal.status === 405 ? { allow: 'POST' } : {}) },
  })
}

/** Headers of every answer of the practice Entra. */
export function entraHeaders(requestId: string): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-ms-request-id': requestId,
    'x-ms-ests-server': '2.1.practice - LOOPBACK ProdSlices',
  }
}
