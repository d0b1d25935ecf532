import type { Readable } from 'node:stream'
import type { CallLimits } from '@/lib/http/call-limits'
import { OutboundError } from '@/lib/http/outbound-error'
import { decoded } from '@/lib/http/read-body'

type Head = Readonly<{ status: number; headers: Readonly<Record<string, string>> }>
type Answer = Head & Readonly<{ body: ReadableStream<Uint8Array> }>

/**
 * The answer with its body as a web stream: chunks are passed on as they came, counted, pulled
 * only when asked for. Headers that told of the coded form are left out where it was undone.
 */
export function answerStream(head: Head, raw: Readable, limits: CallLimits): Answer {
  // An aborted body errors even when nobody reads it yet; the reader gets it from the iterator.
  raw.on('error', () => undefined)
  if (isEmpty(head)) {
    raw.resume()
    limits.release()
    return { ...head, body: new ReadableStream({ start: (controller) => controller.close() }) }
  }
  const coding = head.headers['content-encoding']
  const body = decoded(raw, coding, limits.host)
  const headers = body === raw ? head.headers : withoutCoding(head.headers)
  return { status: head.status, headers, body: counted(body, limits) }
}

/** Whether there is nothing to read, so that nobody need read it. @see RFC 9110, 6.4.1 */
function isEmpty({ status, headers }: Head): boolean {
  return status === 204 || status === 304 || headers['content-length'] === '0'
}

function counted(body: Readable, limits: CallLimits): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]()
  let size = 0
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      try {
        const { done, value } = await chunks.next()
        if (done) {
          limits.release()
          controller.close()
          return
        }
        size += value.byteLength
        if (size > limits.bodyBytesMax) throw tooLarge(limits)
        controller.enqueue(value)
      } catch (error) {
        const known = limits.explain(error, 'body')
        limits.release()
        body.on('error', () => undefined).destroy()
        throw known
      }
    },
    cancel() {
      limits.release()
      body.on('error', () => undefined).destroy()
    },
  }
  return new ReadableStream(source, { highWaterMark: 0 })
}

function tooLarge({ host, bodyBytesMax }: CallLimits): OutboundError {
  return new OutboundError({
    code: 'body_too_large',
    host,
    phase: 'body',
    message: `${host} answered with more than ${bodyBytesMax} bytes`,
  })
}

function withoutCoding(headers: Readonly<Record<string, string>>): Record<string, string> {
  const { 'content-encoding': _coding, 'content-length': _length, ...rest } = headers
  return rest
}
