import { randomUUID } from 'node:crypto'
import {
  endCatalogRun,
  keepCatalogRun,
  leaseEveryMs,
  takeCatalogRun,
} from '@/lib/catalog/store/catalog-runs'
import type { CatalogEvent } from '@/lib/contract/catalog'
import type { CatalogOutcome } from '@/lib/contract/catalog-run'
import type { Context } from '@/lib/log/context'

/**
 * Tells of `work`, which reads the catalog of a connection, and keeps how it ended. Only one
 * reader is at it, whatever tab, server or night it is of; another is told `busy`.
 */
export async function* oneAtATime(
  ctx: Context,
  { connectionId, byNight }: Readonly<{ connectionId: string; byNight: boolean }>,
  work: () => AsyncGenerator<CatalogEvent>,
): AsyncGenerator<CatalogEvent> {
  const held = { connectionId, lease: randomUUID() }
  if (!(await takeCatalogRun(held, { byNight, now: ctx.now() }))) {
    yield { type: 'busy' }
    return
  }
  const alive = setInterval(() => {
    keepCatalogRun(held, ctx.now()).catch((error: unknown) => {
      ctx.log.warn({ err: error }, 'the reader of a catalog could not say that it is alive')
    })
  }, leaseEveryMs)
  let outcome: CatalogOutcome | null = null
  try {
    for await (const event of work()) {
      outcome = toOutcome(ctx, event)
      yield event
    }
  } finally {
    clearInterval(alive)
    await endCatalogRun(held, { outcome, now: ctx.now() })
  }
}

function toOutcome(ctx: Context, event: CatalogEvent): CatalogOutcome | null {
  if (event.type === 'finished') return { how: 'read', isNew: event.isNew }
  // Who cancels a reading knows how it ended.
  if (event.type !== 'failed' || ctx.signal.aborted) return null
  const { title, detail, byteOffset, diagnosis, failure } = event
  return { how: 'failed', title, detail, byteOffset, diagnosis, failure }
}
