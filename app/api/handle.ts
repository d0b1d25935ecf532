import { z } from 'zod'
import { RequestError, toProblem } from '@/app/api/problems'
import { bodyTooLarge, readText } from '@/app/api/read-text'
import { isSameOrigin } from '@/app/api/same-origin'
import { addTransportPolicy, dataPolicy } from '@/lib/access/answer-headers'
import { authorize, authorizeEntitySets, isNarrowed, type Target } from '@/lib/access/authorize'
import { type Caller, requireCaller } from '@/lib/access/caller'
import { addressOf } from '@/lib/access/request-from'
import type { Action } from '@/lib/contract/rights'
import type { Context } from '@/lib/log/context'
import { log } from '@/lib/log/log'

type Schemas<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Readonly<{
  /**
   * What the caller wants to do, asked of `authorize`: to the connection whose `connectionId` is
   * among the parameters, else to the installation. `public` is for what must work without a
   * session: health, sign-in, set-up. `docs/authz.json` says who may.
   */
  action: Action | 'public'
  params?: P
  query?: Q
  body?: B
  /** Bytes of request body that are read before the caller is refused. Default 65,536. */
  bodyBytesMax?: number
  /** Set where the route reads the body by itself, as it comes: the most that it is given of it. */
  streamBytesMax?: number
  /** Which entity sets are touched, for tokens that are narrowed to some; they may do nothing else. */
  entitySets?: (
    input: Input<P, Q, B>,
  ) => readonly string[] | undefined | Promise<readonly string[] | undefined>
}>

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Readonly<{
  ctx: Context
  params: z.infer<P>
  query: z.infer<Q>
  body: z.infer<B>
  request: Request
}>

type RouteContext = Readonly<{ params: Promise<unknown> }>

/**
 * The one way into the server: asks who is there and whether they may, refuses what another site sent,
 * parses path, query and body, runs `work`, and turns whatever it throws into a problem document. Every answer
 * carries `x-request-id`, and none may be kept by a cache.
 */
export function handle<
  P extends z.ZodType = z.ZodUnknown,
  Q extends z.ZodType = z.ZodUnknown,
  B extends z.ZodType = z.ZodUnknown,
>(schemas: Schemas<P, Q, B>, work: (input: Input<P, Q, B>) => Promise<Response>) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    const requestId = crypto.randomUUID()
    const requestLog = log().child({ requestId })
    try {
      refuseForeignWrites(request)
      const bytesMax = schemas.streamBytesMax ?? schemas.bodyBytesMax ?? 65_536
      refuseAnnouncedBody(request, bytesMax)
      const ctx = await contextOf(request, { action: schemas.action, requestId, log: requestLog })
      const params = parse(schemas.params, await route.params)
      if (schemas.action !== 'public') await authorize(ctx, schemas.action, targetOf(params))
      const query = parse(schemas.query, Object.fromEntries(new URL(request.url).searchParams))
      const received = schemas.streamBytesMax
        ? { text: '', request: withBody(request, limited(request.body, bytesMax)) }
        : await receive(request, bytesMax)
      const body = parse(schemas.body, schemas.body && toJson(received.text))
      const input = { ctx, params, query, body, request: received.request }
      if (schemas.action !== 'public' && isNarrowed(ctx)) {
        authorizeEntitySets(ctx, schemas.action, await schemas.entitySets?.(input))
      }
      return stamp(await work(input), requestId)
    } catch (error) {
      const problem = toProblem(error, requestId)
      if (problem.status >= 500 && problem.code !== 'upstream_failed') {
        requestLog.error({ err: error, path: new URL(request.url).pathname }, problem.title)
      }
      const headers = { 'content-type': 'application/problem+json' }
      return stamp(Response.json(problem, { status: problem.status, headers }), requestId)
    }
  }
}

function refuseForeignWrites(request: Request): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  if (!isSameOrigin(request.headers)) {
    throw new RequestError('The request came from another site.', { code: 'not_allowed' })
  }
}

async function contextOf(
  request: Request,
  { action, ...rest }: Pick<Context, 'requestId' | 'log'> & Readonly<{ action: Action | 'public' }>,
): Promise<Context> {
  const from = addressOf(request.headers)
  const now = new Date()
  const caller: Caller =
    action === 'public'
      ? { actor: { kind: 'anonymous' } }
      : await requireCaller(request.headers, { now, from })
  return {
    ...caller,
    ...rest,
    ...(from === undefined ? {} : { from }),
    now: () => new Date(),
    signal: request.signal,
  }
}

function targetOf(params: unknown): Target {
  const target = z.object({ connectionId: z.string() }).safeParse(params)
  return target.success ? target.data : {}
}

/** Without a schema nobody reads the value, so its type is `unknown` and it need not be parsed. */
function parse<S extends z.ZodType>(schema: S | undefined, value: unknown): z.infer<S> {
  return (schema ? schema.parse(value) : value) as z.infer<S>
}

/** Said before anybody is looked up: a body that is too long by its own account is not waited for. */
function refuseAnnouncedBody(request: Request, bytesMax: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > bytesMax) throw bodyTooLarge(bytesMax)
}

/** Reads the body, and hands out a request of which a route may read it again. */
async function receive(
  request: Request,
  bytesMax: number,
): Promise<Readonly<{ text: string; request: Request }>> {
  const text = await readText(request, bytesMax)
  // A form without a field has a body too: an empty one, that has been read by now.
  return { text, request: request.body === null ? request : withBody(request, text) }
}

function withBody({ url, method, headers, signal }: Request, body: BodyInit | null): Request {
  // A body that is still on its way has to be declared so, which the DOM's types do not know.
  return new Request(url, { method, headers, signal, body, duplex: 'half' } as RequestInit)
}

/** @throws {RequestError} `body_too_large` to whoever reads on after `bytesMax` bytes */
function limited(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): ReadableStream<Uint8Array> | null {
  let bytes = 0
  const count = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      if (bytes > bytesMax) throw bodyTooLarge(bytesMax)
      controller.enqueue(chunk)
    },
  })
  return body?.pipeThrough(count) ?? null
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new RequestError('The body is not JSON.', { code: 'bad_request', cause: error })
  }
}

function stamp(response: Response, requestId: string): Response {
  response.headers.set('x-request-id', requestId)
  if (!response.headers.has('cache-control')) {
    response.headers.set('cache-control', 'private, no-store')
  }
  if (!response.headers.has('content-security-policy')) {
    response.headers.set('content-security-policy', dataPolicy)
  }
  addTransportPolicy(response.headers)
  return response
}
