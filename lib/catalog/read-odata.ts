import { toODataPath, toODataQuery } from '@/lib/catalog/odata-path'
import { openConnection } from '@/lib/catalog/open-connection'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import { printReadTiming } from '@/lib/contract/read-timing'
import type { ODataAnswer } from '@/lib/finops/call-odata'
import { FinopsError } from '@/lib/finops/errors'
import { readOData } from '@/lib/finops/read-odata'
import type { StreamingAnswer } from '@/lib/http/outbound'
import type { Context } from '@/lib/log/context'

/** Headers of the caller's that F&O gets to see; none of them can carry an identity. */
const passedOn = ['accept', 'accept-language', 'prefer', 'if-none-match', 'x-ms-client-request-id']

/** What is read, below `/data`. */
export type ODataPathInput = Readonly<{
  /** Decoded segments; each is encoded anew. */
  path: readonly string[]
  /** As in the caller's address, with or without `?`. */
  query: string
  headers: Readonly<Record<string, string>>
}>

/**
 * Reads from F&O as the connection's app and hands out the answer as it comes, its body untouched.
 * `server-timing` among its headers says where the time went. Whoever
 * gets it must read its body to the end or cancel it.
 *
 * @throws {CatalogError} `bad_path`, `bad_query`
 * @throws {ConnectionError} `not_found`, `incomplete`
 * @throws {UpstreamError} with the diagnosis, for every answer outside of 2xx (304 to a
 * conditional read is an answer too), and for a sign-in page that comes as 200
 */
export async function readODataPath(
  ctx: Context,
  connectionId: string,
  input: ODataPathInput,
): Promise<StreamingAnswer> {
  const path = toODataPath(input.path)
  const query = toODataQuery(input.query)
  const open = await openConnection(ctx, connectionId)
  const headers = pick(input.headers)
  try {
    const answer = await readOData(open.environment, { path, query, headers, signal: ctx.signal })
    if (isData(answer)) return timed(answer)

    throw new FinopsError('refused', await answer.failure())
  } catch (error) {
    throw await toUpstreamError(ctx, open, error)
  }
}

/** The answer with where its time went in its `Server-Timing`, beside the environment's own. */
function timed(answer: ODataAnswer): StreamingAnswer {
  const { opening, firstByteMs } = answer.timing
  const header = printReadTiming(
    {
      tokenMs: answer.tokenMs,
      throttledMs: answer.throttledMs > 0 ? answer.throttledMs : null,
      dnsMs: opening?.dnsMs ?? null,
      connectMs: opening?.connectMs ?? null,
      tlsMs: opening?.tlsMs ?? null,
      firstByteMs,
    },
    answer.headers['server-timing'],
  )
  return { ...answer, headers: { ...answer.headers, 'server-timing': header } }
}

function isData({ status, headers }: StreamingAnswer): boolean {
  if (status === 304) return true
  return status >= 200 && status < 300 && !/\bhtml\b/i.test(headers['content-type'] ?? '')
}

function pick(headers: Readonly<Record<string, string>>): Record<string, string> {
  const given = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  return Object.fromEntries(
    passedOn.flatMap((name) => {
      const value = given.get(name)
      // A browser asks for pages; F&O would then answer with one.
      return value === undefined || (name === 'accept' && /html/i.test(value))
        ? []
        : [[name, value]]
    }),
  )
}
