import { buildCatalog } from '@/lib/catalog/build/build-catalog'
import { type Spooled, spool } from '@/lib/catalog/build/spool'
import { refreshEntityFacts } from '@/lib/catalog/facts/entity-facts'
import { oneAtATime } from '@/lib/catalog/one-at-a-time'
import { type OpenConnection, openConnection } from '@/lib/catalog/open-connection'
import { listReadings } from '@/lib/catalog/store/read-catalog'
import {
  addPart,
  dropCatalog,
  finishCatalog,
  startCatalog,
  touchReading,
} from '@/lib/catalog/store/write-catalog'
import { toFailed } from '@/lib/catalog/to-failed'
import { toReading } from '@/lib/catalog/to-reading'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import type { CatalogEvent } from '@/lib/contract/catalog'
import { readMetadata } from '@/lib/finops/read-metadata'
import type { Context } from '@/lib/log/context'

/**
 * Reads the catalog of a connection while nobody waits for it. The document goes into a file
 * first: where its hash is that of the present catalog it is not parsed, and nothing is written.
 * How it ended is kept, and told by its status.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`
 */
export async function refreshByNight(ctx: Context, connectionId: string): Promise<CatalogEvent> {
  const open = await openConnection(ctx, connectionId)
  let end: CatalogEvent = { type: 'busy' }
  const events = oneAtATime(ctx, { connectionId, byNight: true }, () => read(ctx, open))
  for await (const event of events) end = event
  return end
}

async function* read(ctx: Context, open: OpenConnection): AsyncGenerator<CatalogEvent> {
  const { signal } = ctx
  let document: Spooled | undefined
  try {
    const { chunks } = await readMetadata(open.environment, { signal })
    document = await spool(chunks)
    await refreshEntityFacts(ctx, open).catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'what the environment says of its entities could not be kept')
    })
    yield await keep(ctx, open.access.connectionId, document)
  } catch (error) {
    yield toFailed(ctx, await toUpstreamError(ctx, open, error))
  } finally {
    await document?.remove()
  }
}

async function keep(ctx: Context, connectionId: string, document: Spooled): Promise<CatalogEvent> {
  const [before] = await listReadings(connectionId)
  if (before?.hash === document.hash) {
    await touchReading(ctx, { connectionId, catalogId: before.catalogId })
  } else {
    await build(ctx, connectionId, document)
  }
  const [reading] = await listReadings(connectionId)
  if (!reading) throw new Error('the catalog was kept and is not there')
  const isNew = reading.catalogId !== before?.catalogId
  return { type: 'finished', reading: toReading(reading), isNew }
}

async function build(ctx: Context, connectionId: string, document: Spooled): Promise<void> {
  const id = await startCatalog(ctx)
  try {
    const built = await buildCatalog(document.chunks(), {
      signal: ctx.signal,
      part: (part) => addPart(id, part),
      progress: () => undefined,
    })
    await finishCatalog(ctx, { connectionId, id, built })
  } catch (error) {
    await dropCatalog(id)
    throw error
  }
}
