import {
  type Failure,
  type FailureSource,
  noTraceIds,
  type TraceIds,
} from '@/lib/diagnosis/failure'
import { OutboundError } from '@/lib/http/outbound-error'
import { redact } from '@/lib/http/redact'
import { upstreamFacts } from '@/lib/http/upstream-facts'

/** Longest excerpt of a body that a {@link Failure} holds. */
const excerptMax = 2000
const messageMax = 600
const idMax = 200

/** Headers that tell something; none of them can hold a credential of ours. */
const usefulHeaders = new Set([
  'allow',
  'content-type',
  'content-length',
  'date',
  'etag',
  'client-request-id',
  'location',
  'ms-dyn-aid',
  'ms-dyn-environmentid',
  'odata-version',
  'p3p',
  'proxy-authenticate',
  'request-id',
  'retry-after',
  'server',
  'server-timing',
  'via',
  'www-authenticate',
  'x-ms-client-request-id',
  'x-ms-correlation-request-id',
  'x-ms-diagnostics',
  'x-ms-ests-server',
  'x-ms-request-id',
  'x-ms-srs',
  'x-powered-by',
])

export type FailureInput = Readonly<{
  where: FailureSource
  method: string
  url: string
  at: Date
  tookMs: number
  answer?:
    | Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>
    | undefined
  error?: unknown
  /** Stands before whatever answer and error say. */
  code?: string | undefined
  message?: string | undefined
  /** The request id that we sent, for an answer that does not repeat it. */
  clientRequestId?: string | undefined
  /** Values that must not appear, beside everything that looks like a token or a secret. */
  secrets?: readonly string[]
}>

/**
 * Normalises what went wrong, an answer or the lack of one, into evidence without a secret in it.
 * The code is Entra's `AADSTSn` or the upstream's own for an answer, a NetworkCode for none.
 */
export function toFailure(input: FailureInput): Failure {
  const error = input.error instanceof OutboundError ? input.error : undefined
  const answer = input.answer ?? error?.answer
  const clean = (text: string) => redact(text, input.secrets)
  const facts = answer === undefined ? undefined : upstreamFacts(answer.body)
  const message = input.message ?? facts?.message ?? messageOf(input.error)
  const ids = { ...noTraceIds, clientRequestId: input.clientRequestId ?? null }

  return {
    where: input.where,
    method: input.method,
    url: clean(withoutUserinfo(input.url)),
    code: (input.code ?? codeOf(input.error) ?? facts?.code)?.slice(0, idMax) ?? null,
    message: message === undefined ? null : clean(message).slice(0, messageMax),
    at: input.at.toISOString(),
    tookMs: Math.max(0, Math.round(input.tookMs)),
    ...(answer === undefined
      ? { status: null, headers: {}, bodyExcerpt: null, ids }
      : {
          status: answer.status,
          headers: useful(answer.headers, clean),
          bodyExcerpt: answer.body === '' ? null : excerpt(answer.body, clean),
          ids: { ...ids, ...traceIds(answer.headers, facts?.ids) },
        }),
  }
}

function codeOf(error: unknown): string | undefined {
  if (error === undefined) return undefined
  return error instanceof OutboundError ? error.code : 'unexpected'
}

function messageOf(error: unknown): string | undefined {
  return error instanceof Error ? error.message : undefined
}

function useful(
  headers: Readonly<Record<string, string>>,
  clean: (text: string) => string,
): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => usefulHeaders.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, clean(value).slice(0, 1000)]))
}

function excerpt(body: string, clean: (text: string) => string): string {
  // Cleaned before it is cut, or half a token would no longer look like one.
  return clean(body.slice(0, excerptMax * 10)).slice(0, excerptMax)
}

function traceIds(
  headers: Readonly<Record<string, string>>,
  body: Partial<TraceIds> | undefined,
): Partial<TraceIds> {
  const clientRequestId = headers['client-request-id'] ?? headers['x-ms-client-request-id']
  const known = {
    ...(clientRequestId === undefined ? {} : { clientRequestId }),
    correlationId: body?.correlationId ?? headers['x-ms-correlation-request-id'] ?? null,
    traceId: body?.traceId ?? null,
    requestId: headers['x-ms-request-id'] ?? headers['request-id'] ?? body?.requestId ?? null,
    dynAid: headers['ms-dyn-aid'] ?? null,
  }
  return Object.fromEntries(
    Object.entries(known).map(([name, id]) => [name, id?.slice(0, idMax) ?? null]),
  )
}

function withoutUserinfo(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  if (url.username === '' && url.password === '') return address
  url.username = ''
  url.password = ''
  return url.href
}
