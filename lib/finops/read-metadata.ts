import type { Failure } from '@/lib/diagnosis/failure'
import type { ODataAnswer } from '@/lib/finops/call-odata'
import type { Environment } from '@/lib/finops/environment'
import { FinopsError } from '@/lib/finops/errors'
import { readOData } from '@/lib/finops/read-odata'
import { OutboundError } from '@/lib/http/outbound-error'

/** Ten times the largest that has been seen. */
const metadataBytesMax = 512 * 1024 ** 2
/** F&O takes minutes to write it when nobody has asked for a while. */
const metadataTimeoutMs = 10 * 60_000

/** $metadata on its way. */
export type MetadataStream = Readonly<{
  /** Bytes to come; null where the environment does not say, or sends them compressed. */
  bytesTotal: number | null
  /** @throws {FinopsError} `unreachable` where it breaks off; {@link OutboundError} `cancelled` */
  chunks: AsyncIterable<Uint8Array>
}>

/**
 * Asks for the $metadata document. Whoever gets the stream must read it to its end or leave it
 * by `return`.
 *
 * @throws {FinopsError} `refused` for a status other than 2xx and for a page; as
 * {@link readOData} does
 */
export async function readMetadata(
  environment: Environment,
  { signal }: Readonly<{ signal: AbortSignal }>,
): Promise<MetadataStream> {
  const answer = await readOData(environment, {
    path: '$metadata',
    signal,
    timeoutMs: metadataTimeoutMs,
    bodyBytesMax: metadataBytesMax,
  })
  const isPage = /\bhtml\b/i.test(answer.headers['content-type'] ?? '')
  if (answer.status < 200 || answer.status > 299 || isPage) {
    throw new FinopsError('refused', await answer.failure())
  }
  return { bytesTotal: bytesTotal(answer.headers), chunks: chunksOf(answer) }
}

async function* chunksOf(answer: ODataAnswer): AsyncGenerator<Uint8Array> {
  try {
    yield* answer.body
  } catch (error) {
    throw broken(error, await answer.failure({ error }))
  }
}

function broken(error: unknown, failure: Failure): unknown {
  if (error instanceof OutboundError && error.code === 'cancelled') return error
  return new FinopsError('unreachable', failure, error)
}

function bytesTotal(headers: Readonly<Record<string, string>>): number | null {
  if (headers['content-encoding'] !== undefined) return null
  const length = Number(headers['content-length'])
  return Number.isSafeInteger(length) && length > 0 ? length : null
}
