import { type ConnectionAccess, requireAccess } from '@/lib/connections/require-access'
import { requireActor } from '@/lib/connections/require-actor'
import type { Context } from '@/lib/log/context'

/** How long an access that was looked up is believed without asking the database again. */
const believedMs = 2_000
const keptMax = 1_000

type Recent = Readonly<{
  kept: Map<string, Readonly<{ access: ConnectionAccess; until: number }>>
  /** Counts what was forgotten, so that a look-up from before is not kept after. */
  forgotten: { times: number }
}>

const slot = Symbol.for('fivestep.recent-access')
const globals = globalThis as typeof globalThis & { [slot]?: Recent }

/**
 * The way in to a connection's environment, as it was within the last two seconds: half of what a
 * read costs is asking the database for it. What this process changes shows at once; what another
 * replica has changed, two seconds later at most.
 *
 * @throws {ConnectionError} as {@link requireAccess} does
 */
export async function requireRecentAccess(ctx: Context, id: string): Promise<ConnectionAccess> {
  requireActor(ctx)
  const { kept, forgotten } = recent()
  const nowMs = performance.now()
  const known = kept.get(id)
  if (known && known.until > nowMs) return known.access

  const { times } = forgotten
  const access = await requireAccess(ctx, id)
  if (times === forgotten.times) {
    if (kept.size >= keptMax) kept.clear()
    kept.set(id, { access, until: nowMs + believedMs })
  }
  return access
}

/** Believes nothing of before: a connection or a credential has changed. Call it once that is stored. */
export function forgetAccess(): void {
  const { kept, forgotten } = recent()
  kept.clear()
  forgotten.times += 1
}

function recent(): Recent {
  globals[slot] ??= { kept: new Map(), forgotten: { times: 0 } }
  return globals[slot]
}
