import type { Dispatcher } from 'undici'
import { outboundAgent } from '@/lib/http/agent'
import { answerStream } from '@/lib/http/answer-stream'
import { CallLimits } from '@/lib/http/call-limits'
import { type CallTiming, CallWatch } from '@/lib/http/call-watch'
import { checkEgress, type EgressTarget } from '@/lib/http/egress'
import type { OutboundError } from '@/lib/http/outbound-error'
import { acceptEncoding, discard } from '@/lib/http/read-body'
import { parseRetryAfterMs } from '@/lib/http/retry-after'
import { toOutboundError } from '@/lib/http/to-outbound-error'
import { sleep } from '@/lib/http/until-aborted'

/** A call to another host. Nothing in it has a default that costs time or memory. */
export type OutboundCall = Readonly<{
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD'
  url: string
  headers?: Readonly<Record<string, string>>
  body?: string
  signal: AbortSignal
  /** From the call to the last byte of the answer, repeats included. */
  timeoutMs: number
  /** Counted after decompression. */
  bodyBytesMax: number
  /** How often to try again when no connection came about or the answer was 503. */
  retries: number
  /** Set for a POST that may be repeated without harm; GET, HEAD, PUT and DELETE always may. */
  idempotent?: boolean
  /** Longest wait for the head of the answer; `timeoutMs` when left out. */
  headersTimeoutMs?: number
  /** Longest silence within the body; 30 s when left out. */
  bodyTimeoutMs?: number
}>

type AnswerHead = Readonly<{
  status: number
  /** Names in lower case; several of one name are joined by a comma. */
  headers: Readonly<Record<string, string>>
  /** To the head for a stream, to the last byte else. */
  tookMs: number
  /** Of the attempt that was answered. */
  timing: CallTiming
}>

export type OutboundAnswer = AnswerHead & Readonly<{ body: string }>
export type StreamingAnswer = AnswerHead & Readonly<{ body: ReadableStream<Uint8Array> }>

/** A server that asks for more time than this is better believed than waited for. */
const pauseMsMax = 5000

/**
 * Calls another host and reads the whole answer. Any status is an answer; a redirect is returned,
 * never followed.
 *
 * @throws {OutboundError} when no whole answer came.
 */
export async function send(call: OutboundCall): Promise<OutboundAnswer> {
  const startedAt = performance.now()
  const answer = await sendStreaming(call)
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of answer.body) chunks.push(chunk)
  } catch (error) {
    const { status, headers } = answer
    throw toOutboundError(error, hostOf(call), 'body').with({
      answer: { status, headers, body: textOf(chunks).slice(0, 64 * 1024) },
    })
  }
  return { ...answer, body: textOf(chunks), tookMs: performance.now() - startedAt }
}

/**
 * Calls another host and hands out the answer as it comes, its content coding undone. The caller
 * must read the body to its end or cancel it.
 *
 * @throws {OutboundError} when no head of an answer came; the body errors with one too.
 */
export async function sendStreaming(call: OutboundCall): Promise<StreamingAnswer> {
  const startedAt = performance.now()
  const target = checkEgress(call.url)
  const limits = new CallLimits(call, target.host)
  try {
    for (let attempt = 0; ; attempt += 1) {
      const mayRepeat = attempt < call.retries && isIdempotent(call)
      const outcome = await attemptOnce(call, target, limits).catch((error: unknown) => {
        const known = limits.explain(error)
        if (mayRepeat && isPassing(known)) return undefined
        throw known
      })
      const pause = pauseMs(outcome, attempt)
      const isWorthIt = mayRepeat && pause <= pauseMsMax
      if (outcome !== undefined && !(isWorthIt && outcome.status === 503)) {
        return { ...outcome, tookMs: performance.now() - startedAt }
      }
      if (outcome !== undefined) await discard(outcome.body)
      await sleep(pause, limits.signal)
    }
  } catch (error) {
    limits.release()
    throw limits.explain(error)
  }
}

async function attemptOnce(
  call: OutboundCall,
  target: EgressTarget,
  limits: CallLimits,
): Promise<Omit<StreamingAnswer, 'tookMs'>> {
  const url = new URL(call.url)
  const watch = new CallWatch()
  const response = await watch.over(outboundAgent()).request({
    origin: target.origin,
    path: url.pathname + url.search,
    method: call.method,
    headers: { 'accept-encoding': acceptEncoding, ...call.headers },
    body: call.body ?? null,
    signal: limits.signal,
    headersTimeout: call.headersTimeoutMs ?? call.timeoutMs,
    bodyTimeout: call.bodyTimeoutMs ?? 30_000,
  })
  const answer = answerStream(toHead(response), response.body, limits)
  return { ...answer, timing: watch.timing() }
}

function toHead({ statusCode, headers }: Dispatcher.ResponseData) {
  const flat: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return { status: statusCode, headers: flat }
}

function isIdempotent(call: OutboundCall): boolean {
  return call.idempotent ?? ['GET', 'HEAD', 'PUT', 'DELETE'].includes(call.method)
}

/** Whether the way to the host may be open a moment later. */
function isPassing(error: OutboundError): boolean {
  switch (error.code) {
    case 'dns_failed':
    case 'connect_refused':
    case 'connect_reset':
    case 'connect_timed_out':
    case 'network_unreachable':
      return error.phase !== 'body'
    default:
      return false
  }
}

function pauseMs(
  answer: { headers: Readonly<Record<string, string>> } | undefined,
  attempt: number,
) {
  const asked = parseRetryAfterMs(answer?.headers['retry-after'], new Date())
  return asked ?? 200 * 2 ** attempt
}

function hostOf(call: OutboundCall): string {
  return new URL(call.url).host
}

function textOf(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString('utf8')
}
