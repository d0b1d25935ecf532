import { readEntityFacts, saveEntityFacts } from '@/lib/catalog/facts/facts-store'
import { type OpenConnection, openConnection } from '@/lib/catalog/open-connection'
import { requireConnection } from '@/lib/connections/require-connection'
import {
  type EntityCategory,
  type EntityFactList,
  entityCategories,
} from '@/lib/contract/catalog-facts'
import { TokenError } from '@/lib/entra/errors'
import { readEnvironmentVersion } from '@/lib/finops/environment-version'
import { FinopsError } from '@/lib/finops/errors'
import { type ListedEntity, listDataEntities } from '@/lib/finops/list-data-entities'
import { readSystemLanguage } from '@/lib/finops/read-system-language'
import type { Context } from '@/lib/log/context'

/**
 * What the environment says of its entities beside their fields, as it was last read; the first
 * call reads it. An environment without `/metadata` has none, and says why.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`
 */
export async function entityFacts(ctx: Context, connectionId: string): Promise<EntityFactList> {
  const { id } = await requireConnection(ctx, connectionId)
  const kept = await readEntityFacts(id)
  return kept ?? (await refreshEntityFacts(ctx, await openConnection(ctx, id)))
}

/**
 * Reads them anew. What was known stays where the environment says nothing this time.
 *
 * @throws {OutboundError} `cancelled`
 */
export async function refreshEntityFacts(
  ctx: Context,
  open: OpenConnection,
): Promise<EntityFactList> {
  const { environment, access } = open
  const limits = { signal: ctx.signal }
  const [listed, version, language] = await Promise.all([
    listDataEntities(environment, limits).catch(toRefusal),
    // Not every user may ask for it, and not every version offers it.
    readEnvironmentVersion(environment, { ...limits, waitMsMax: 0 }).catch(() => undefined),
    readSystemLanguage(environment, limits),
  ])
  const told = {
    version: version?.applicationBuild ?? null,
    language: language ?? null,
    readAt: ctx.now().toISOString(),
  }
  const kept = typeof listed === 'string' ? await readEntityFacts(access.connectionId) : undefined
  if (kept && kept.facts.length > 0) return kept
  const facts: EntityFactList =
    typeof listed === 'string'
      ? { facts: [], refusal: listed, ...told }
      : { facts: listed.map(toFact), refusal: null, ...told }
  await saveEntityFacts(ctx, access.connectionId, facts)
  return facts
}

function toRefusal(error: unknown): string {
  if (error instanceof FinopsError) {
    const { status, message } = error.failure
    return status === undefined
      ? `It does not answer: ${message ?? error.code}.`
      : `It answers ${status} to /metadata.`
  }
  if (error instanceof TokenError) return 'No token was to be had.'
  throw error
}

function toFact({ category, tags, ...entity }: ListedEntity): EntityFactList['facts'][number] {
  return { ...entity, category: toCategory(category), tags: [...tags] }
}

/** F&O writes `Parameters` where its pages say Parameter. */
function toCategory(written: string | null): EntityCategory | null {
  const word = written?.toLowerCase().replace(/s$/, '')
  return entityCategories.find((category) => category.toLowerCase() === word) ?? null
}
