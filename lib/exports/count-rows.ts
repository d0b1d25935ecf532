import { openConnection } from '@/lib/catalog/open-connection'
import { onlyOptions, optionOf } from '@/lib/exports/query-string'
import type { ExportRequest } from '@/lib/exports/stored'
import { readOData } from '@/lib/finops/read-odata'
import type { Context } from '@/lib/log/context'

/** Longer than this nobody waits for a number that is only shown. */
const timeoutMs = 20_000

/**
 * How many rows there are to come, by F&O's own count; undefined where it does not tell in time.
 * An export goes on without.
 */
export async function countRows(
  ctx: Context,
  connectionId: string,
  { path, query, scope }: ExportRequest,
): Promise<number | undefined> {
  if (scope === 'page') return undefined
  try {
    const { environment } = await openConnection(ctx, connectionId)
    const limits = { signal: ctx.signal, timeoutMs, waitMsMax: 0, bodyBytesMax: 1024 }
    const answer = await readOData(environment, {
      path: `${path}/$count`,
      query: onlyOptions(query, ['$filter', 'cross-company']),
      headers: { accept: 'text/plain' },
      ...limits,
    })
    const text = await new Response(answer.body).text()
    if (answer.status !== 200 || !/^\ufeff?\d{1,15}$/.test(text)) return undefined
    return limited(Number(text.replace('\ufeff', '')), query)
  } catch (error) {
    if (ctx.signal.aborted) throw error
    ctx.log.debug({ err: error }, 'the rows of an export were not counted')
    return undefined
  }
}

function limited(count: number, query: string): number {
  const skip = Number(optionOf(query, '$skip') ?? 0)
  const top = Number(optionOf(query, '$top') ?? Number.POSITIVE_INFINITY)
  return Math.min(Math.max(0, count - skip), top)
}
