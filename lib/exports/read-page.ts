import type { OpenConnection } from '@/lib/catalog/open-connection'
import { PageError } from '@/lib/exports/errors'
import { type Envelope, PageScanner } from '@/lib/exports/page-scanner'
import type { PageAddress } from '@/lib/exports/paging'
import type { ODataAnswer } from '@/lib/finops/call-odata'
import { FinopsError } from '@/lib/finops/errors'
import { readOData } from '@/lib/finops/read-odata'
import type { OutboundError } from '@/lib/http/outbound-error'

/** Ten thousand wide rows can take F&O minutes. */
const pageTimeoutMs = 15 * 60_000
const excerptBytes = 4096

type PageReading = Readonly<{
  signal: AbortSignal
  take: (row: string) => Promise<void> | undefined
}>

/**
 * Reads one page and hands its rows on as they come, no faster than they are taken. Throttling is
 * not waited out here.
 *
 * @throws {FinopsError} `refused`; `malformed` where it is no page of rows, `unreachable` where it
 * breaks off; {@link OutboundError} `cancelled`; {@link TokenError}; and what `take` throws
 */
export async function readPage(
  { environment }: OpenConnection,
  { path, query }: PageAddress,
  { signal, take }: PageReading,
): Promise<Envelope> {
  const limits = { signal, timeoutMs: pageTimeoutMs, waitMsMax: 0, bodyBytesMax: 4 * 1024 ** 3 }
  const answer = await readOData(environment, { path, query, ...limits })
  if (answer.status < 200 || answer.status > 299) {
    throw new FinopsError('refused', await answer.failure())
  }
  const scanner = new PageScanner()
  let start: Uint8Array | undefined
  try {
    for await (const chunk of answer.body) {
      start ??= chunk.slice(0, excerptBytes)
      for (const row of scanner.push(chunk)) {
        const wait = take(row)
        if (wait !== undefined) await wait
      }
    }
    return scanner.end()
  } catch (error) {
    throw await toPageFailure(error, answer, start)
  }
}

/** The one funnel for what goes wrong inside of a page. */
async function toPageFailure(
  error: unknown,
  answer: ODataAnswer,
  start: Uint8Array | undefined,
): Promise<unknown> {
  if (error instanceof PageError) {
    const message = `The answer is no page of rows: ${error.reason}`
    const body = Buffer.from(start ?? []).toString('utf8')
    const failure = await answer.failure({ body, code: 'answer_malformed', message })
    return new FinopsError('malformed', failure, error)
  }
  if (!isOutbound(error) || error.code === 'cancelled') return error
  return new FinopsError('unreachable', await answer.failure({ error }), error)
}

/** By name, since the class may have been loaded once more in another bundle. */
function isOutbound(error: unknown): error is OutboundError {
  return error instanceof Error && error.name === 'OutboundError'
}
