import { sendStreaming } from '@/lib/http/outbound'
import type { Context } from '@/lib/log/context'

const portalOrigin = 'https://portal.practice.localhost'
const passedOn = ['content-type', 'location', 'cache-control', 'content-security-policy']

/** What the browser asked of `/practice`, reduced to what the portal needs to know. */
export type PortalRequest = Readonly<{
  method: 'GET' | 'POST'
  pathAndQuery: string
  contentType: string | null
  body: string
}>

/**
 * Hands a page request on to the portal of the practice tenant, which has no address that a
 * browser could trust or, behind a reverse proxy, reach.
 *
 * @throws {OutboundError} when the portal does not answer
 */
export async function forwardToPortal(ctx: Context, request: PortalRequest): Promise<Response> {
  const answer = await sendStreaming({
    method: request.method,
    url: `${portalOrigin}${request.pathAndQuery}`,
    headers: {
      // The portal refuses forms of other sites; the door has done that here, and the portal's
      // own address is not the one that the browser saw.
      ...(request.method === 'POST' ? { origin: portalOrigin } : {}),
      ...(request.contentType ? { 'content-type': request.contentType } : {}),
    },
    ...(request.method === 'POST' ? { body: request.body } : {}),
    signal: ctx.signal,
    timeoutMs: 15_000,
    bodyBytesMax: 5_000_000,
    retries: 0,
  })
  const headers = new Headers()
  for (const name of passedOn) {
    const value = answer.headers[name]
    if (value !== undefined) headers.set(name, value)
  }
  const bodyless = answer.status === 204 || answer.status === 304
  return new Response(bodyless ? null : answer.body, { status: answer.status, headers })
}
