import { eq } from 'drizzle-orm'
import type { Resource } from '@/lib/access/decide'
import { database } from '@/lib/db/client'
import { connections, productionOpenings } from '@/lib/db/schema'
import { EnvironmentUse, usualUse } from '@/lib/steps/environment-use'

/** An explorer reads fifty times a second; what a connection is for changes once a year. */
const believedMs = 2_000
const keptMax = 1_000

type Kept = Map<string, Readonly<{ resource: Resource; until: number }>>

const slot = Symbol.for('fivestep.resources')
const globals = globalThis as typeof globalThis & { [slot]?: Kept }

/**
 * What `authorize` must know of a connection. One that is not there has no rights of its own, and
 * is judged as production: whoever is let through finds out that there is none.
 */
export async function resourceOf(connectionId: string | undefined): Promise<Resource> {
  if (connectionId === undefined) return { kind: 'installation' }
  const nowMs = Date.now()
  const known = kept().get(connectionId)
  if (known && known.until > nowMs) return known.resource

  const [row] = await database()
    .orm.select({
      use: connections.environmentUse,
      url: connections.environmentUrl,
      openUntil: productionOpenings.openUntil,
    })
    .from(connections)
    .leftJoin(productionOpenings, eq(productionOpenings.connectionId, connections.id))
    .where(eq(connections.id, connectionId))
  if (!row) return { kind: 'connection', connectionId, use: 'other', openUntil: null }
  const use = row.use === null ? usualUse(row.url) : EnvironmentUse.parse(row.use)
  const resource = { kind: 'connection', connectionId, use, openUntil: row.openUntil } as const
  if (kept().size >= keptMax) kept().clear()
  kept().set(connectionId, { resource, until: nowMs + believedMs })
  return resource
}

/** Asks the database anew: something was opened, closed or changed. */
export function forgetResources(): void {
  kept().clear()
}

function kept(): Kept {
  globals[slot] ??= new Map()
  return globals[slot]
}
