import { randomUUID } from 'node:crypto'
import type { Failure } from '@/lib/diagnosis/failure'
import type { AccessToken } from '@/lib/entra/get-token'
import type { Environment } from '@/lib/finops/environment'
import { FinopsError } from '@/lib/finops/errors'
import { type StreamingAnswer, sendStreaming } from '@/lib/http/outbound'
import { OutboundError } from '@/lib/http/outbound-error'
import { readExcerpt } from '@/lib/http/read-body'
import { toFailure } from '@/lib/http/to-failure'

export type ODataRead = Readonly<{
  /**
   * Below `/data/`, percent-encoded: `CustomersV3`, `$metadata`, empty for the service document.
   * With a leading slash it is a path of the environment: `/metadata/DataEntities`.
   */
  path: string
  /** `POST` only for an action that changes nothing; its parameters are left out. */
  method?: 'GET' | 'POST'
  /** Percent-encoded, without the question mark. */
  query?: string
  /** Of these only OData's own are passed on; see `passedOn`. */
  headers?: Readonly<Record<string, string>>
  signal: AbortSignal
  /** From the call to the last byte; 120 s when left out. */
  timeoutMs?: number
  /** Most that the body may have; 1 GiB when left out, since a stream is not kept in memory. */
  bodyBytesMax?: number
  /** How long 429 answers may be waited out in all; 30 s when left out, 0 for not at all. */
  waitMsMax?: number
}>

export type ODataAnswer = StreamingAnswer &
  Readonly<{
    /** 1 when the first try was the last. */
    attempts: number
    /** Until there was a token, for all tries together. */
    tokenMs: number
    /** Waited out between them because the environment asked for it with 429. */
    throttledMs: number
    /**
     * The evidence, when the answer is not what was asked for. Reads the start of the body, unless
     * it has been read and is given.
     */
    failure: (known?: KnownFacts) => Promise<Failure>
  }>

export type KnownFacts = Readonly<{
  body?: string
  code?: string
  message?: string
  error?: unknown
}>

const passedOn = new Set([
  'accept',
  'accept-language',
  'if-match',
  'if-none-match',
  'odata-maxversion',
  'prefer',
  'x-ms-client-request-id',
])

const streamBytesMax = 1024 ** 3
const excerptBytesMax = 64 * 1024

export type ODataCall = Readonly<{ url: string; read: ODataRead; token: AccessToken }>

/**
 * Sends one read with `token`. Any status is an answer.
 *
 * @throws {FinopsError} `unreachable`; {@link OutboundError} `cancelled`.
 */
export async function callOData(
  { now, onAnswer }: Environment,
  { url, read, token }: ODataCall,
): Promise<Omit<ODataAnswer, 'attempts' | 'tokenMs' | 'throttledMs'>> {
  const at = now()
  const method = read.method ?? 'GET'
  const startedAt = performance.now()
  const headers: Record<string, string> = headersOf(read, token)
  const facts = {
    where: 'environment',
    method,
    url,
    at,
    clientRequestId: headers['x-ms-client-request-id'],
    secrets: [token.value],
  } as const
  try {
    const answer = await sendStreaming({
      method,
      url,
      headers,
      ...(method === 'POST' && { body: '{}' }),
      signal: read.signal,
      timeoutMs: read.timeoutMs ?? 120_000,
      bodyBytesMax: read.bodyBytesMax ?? streamBytesMax,
      retries: 2,
    })
    onAnswer?.(answer.status)
    const failure = async (known: KnownFacts = {}) => {
      const body = known.body ?? (await excerptOf(answer.body))
      return toFailure({ ...facts, ...known, tookMs: answer.tookMs, answer: { ...answer, body } })
    }
    return { ...answer, failure }
  } catch (error) {
    const tookMs = performance.now() - startedAt
    throw toFinopsError(error, () => toFailure({ ...facts, tookMs, error }))
  }
}

async function excerptOf(body: ReadableStream<Uint8Array>): Promise<string> {
  // Whoever has read from it has what there was.
  return body.locked ? '' : await readExcerpt(body, excerptBytesMax)
}

function toFinopsError(error: unknown, failure: () => Failure): FinopsError | OutboundError {
  if (error instanceof OutboundError && error.code === 'cancelled') return error
  return new FinopsError('unreachable', failure(), error)
}

function headersOf(read: ODataRead, token: AccessToken): Record<string, string> {
  const given = Object.entries(read.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  )
  return {
    accept: read.path.endsWith('$metadata') ? 'application/xml' : 'application/json',
    'odata-maxversion': '4.0',
    'x-ms-client-request-id': randomUUID(),
    ...Object.fromEntries(given.filter(([name]) => passedOn.has(name))),
    ...(read.method === 'POST' && { 'content-type': 'application/json' }),
    authorization: `Bearer ${token.value}`,
  }
}
