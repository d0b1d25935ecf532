import { buildCatalog } from '@/lib/catalog/build/build-catalog'
import type { CatalogCounts } from '@/lib/catalog/build/messages'
import { UpstreamError } from '@/lib/catalog/errors'
import { refreshEntityFacts } from '@/lib/catalog/facts/entity-facts'
import { openConnection } from '@/lib/catalog/open-connection'
import { listReadings } from '@/lib/catalog/store/read-catalog'
import {
  addPart,
  dropCatalog,
  finishCatalog,
  startCatalog,
} from '@/lib/catalog/store/write-catalog'
import { toReading } from '@/lib/catalog/to-reading'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import type { CatalogEvent } from '@/lib/contract/catalog'
import { readMetadata } from '@/lib/finops/read-metadata'
import type { Context } from '@/lib/log/context'
import { CsdlError } from '@/lib/odata/csdl/csdl-error'

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const progressEveryMs = 250

/**
 * Reads the environment's $metadata into a catalog and tells how far it is. Ends with `finished`
 * or `failed`; until then, and where it fails, the connection keeps the catalog that it has. A
 * reader who goes away ends the reading.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`, before the first event
 */
export async function* refreshCatalog(
  ctx: Context,
  connectionId: string,
): AsyncGenerator<CatalogEvent> {
  const open = await openConnection(ctx, connectionId)
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
    await facts
    isKept = true
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

function toFailed(ctx: Context, error: unknown): CatalogEvent {
  if (error instanceof CsdlError) {
    return {
      type: 'failed',
      title: 'What the environment sent is no complete metadata',
      detail: error.reason,
      byteOffset: error.byteOffset,
      diagnosis: null,
      failure: null,
    }
  }
  if (error instanceof UpstreamError) {
    const { diagnosis, failure } = error
    const { title, cause } = diagnosis
    return { type: 'failed', title, detail: cause, byteOffset: null, diagnosis, failure }
  }
  if (!ctx.signal.aborted) ctx.log.error({ err: error }, 'a catalog could not be read')
  return {
    type: 'failed',
    title: ctx.signal.aborted ? 'The reading was cancelled' : 'The catalog could not be kept',
    detail: `The catalog that was there before is still in use. Request ${ctx.requestId}.`,
    byteOffset: null,
    diagnosis: null,
    failure: null,
  }
}
