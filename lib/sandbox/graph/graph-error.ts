import { randomUUID } from 'node:crypto'

/** Graph refuses; answered in Graph's own error shape. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** What Graph refuses. Each ends the request. */
export const deny = {
  token: (message: string): never => {
    throw new GraphRefusal(401, 'InvalidAuthenticationToken', message)
  },
  privileges: (): never => {
    throw new GraphRefusal(
      403,
      'Authorization_RequestDenied',
      'Insufficient privileges to complete the operation.',
    )
  },
  notFound: (id: string): never => {
    throw new GraphRefusal(
      404,
      'Request_ResourceNotFound',
      `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    )
  },
  badRequest: (message: string): never => {
    throw new GraphRefusal(400, 'Request_BadRequest', message)
  },
  segment: (name: string): never => {
    throw new GraphRefusal(400, 'BadRequest', `Resource not found for the segment '${name}'.`)
  },
  method: (): never => {
    throw new GraphRefusal(405, 'BadRequest', 'The method is not supported for this resource.')
  },
  conflict: (message: string): never => {
    throw new GraphRefusal(409, 'Request_MultipleObjectsWithSameKeyValue', message)
  },
} as const

/** @see https://learn.microsoft.com/graph/errors */
export function refusalToResponse(refusal: GraphRefusal, request: Request, now: Date): Response {
  const requestId = randomUUID()
  const clientRequestId = request.headers.get('client-request-id') ?? requestId
  const body = {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        date: now.toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  }
  const headers = {
    ...graphHeaders(requestId),
    'client-request-id': clientRequestId,
    ...(refusal.status === 401 ? { 'www-authenticate': 'Bearer realm=""' } : {}),
  }
  return new Response(JSON.stringify(body), { status: refusal.status, headers })
}

/** Headers of every answer of the practice Graph. */
export function graphHeaders(requestId: string = randomUUID()): Record<string, string> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'request-id': requestId,
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Practice","Ring":"0"}}',
  }
}
