import { buildCatalog } from '@/lib/catalog/build/build-catalog'
import type { CatalogCounts } from '@/lib/catalog/build/messages'
import { refreshEntityFacts } from '@/lib/catalog/facts/entity-facts'
import { oneAtATime } from '@/lib/catalog/one-at-a-time'
import { type OpenConnection, openConnection } from '@/lib/catalog/open-connection'
import { listReadings } from '@/lib/catalog/store/read-catalog'
import {
  addPart,
  dropCatalog,
  finishCatalog,
  startCatalog,
} from '@/lib/catalog/store/write-catalog'
import { toFailed } from '@/lib/catalog/to-failed'
import { toReading } from '@/lib/catalog/to-reading'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import type { CatalogEvent } from '@/lib/contract/catalog'
import { readMetadata } from '@/lib/finops/read-metadata'
import type { Context } from '@/lib/log/context'

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 250

/**
 * Reads the environment's $metadata into a catalog and tells how far it is. Ends with `finished`
 * or `failed`, or with `busy` where somebody else is at it; until then, and where it fails, the connection keeps the catalog that it has. A
 * reader who goes away ends the reading.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`, before the first event
 */
export async function* refreshCatalog(
  ctx: Context,
  connectionId: string,
): AsyncGenerator<CatalogEvent> {
  const open = await openConnection(ctx, connectionId)
  yield* oneAtATime(ctx, { connectionId, byNight: false }, () => read(ctx, open))
}

async function* read(ctx: Context, open: OpenConnection): AsyncGenerator<CatalogEvent> {
  const { connectionId } = open.access
  const before = (await listReadings(connectionId))[0]
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  let id: string | undefined
  let isKept = false
  try {
    const { bytesTotal, chunks } = await readMetadata(open.environment, { signal })
    const facts = refreshEntityFacts({ ...ctx, signal }, open).catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'what the environment says of its entities could not be kept')
    })
    yield { type: 'started', bytesTotal }

    const catalogId = await startCatalog(ctx)
    id = catalogId
    let counts: CatalogCounts | undefined
    const building = buildCatalog(chunks, {
      signal,
      part: (part) => addPart(catalogId, part),
      progress: (now) => {
        counts = now
      },
    })
    while (!(await isSettled(building))) {
      if (counts) yield { type: 'progress', counts }
    }
    const built = await building
    yield { type: 'progress', counts: built.counts }
    await finishCatalog(ctx, { connectionId, id, built })
    isKept = true
    await facts
    const [reading] = await listReadings(connectionId)
    if (!reading) throw new Error('the catalog was kept and is not there')
    yield {
      type: 'finished',
      reading: toReading(reading),
      isNew: reading.catalogId !== before?.catalogId,
    }
  } catch (error) {
    yield toFailed(ctx, await toUpstreamError(ctx, open, error))
  } finally {
    stop.abort(new Error('nobody waits for the catalog any more'))
    if (id !== undefined && !isKept) await dropCatalog(id)
  }
}

/** Whether it has settled within a moment. */
async function isSettled(work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const moment = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), progressEveryMs)
  })
  const settled = work.then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([settled, moment])
  } finally {
    clearTimeout(timer)
  }
}
