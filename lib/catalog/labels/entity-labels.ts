import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import { type FetchBounds, fetchLabels } from '@/lib/catalog/labels/fetch-labels'
import { knownLabels, openLabelSet, saveTexts } from '@/lib/catalog/labels/label-store'
import { placeOf, textsOf } from '@/lib/catalog/labels/labels'
import { openConnection } from '@/lib/catalog/open-connection'
import type { EntitySetDetail } from '@/lib/contract/catalog'
import type { EntityLabels } from '@/lib/contract/labels'
import type { Context } from '@/lib/log/context'

/** One question's worth: whoever waits sees the first of them, and asks again. */
const bounds: FetchBounds = { atOnce: 8, callsMax: 200, timeMsMax: 3000 }

/** How long after a refusal the environment is not asked again. */
const refusalKeptMs = 60 * 60_000

/**
 * The texts of one entity set in `language`: its own, those of its fields and of the members of
 * their enums. What is not known yet is read now, as much as can be in a few seconds.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`
 * @throws {CatalogError} `no_catalog`, `no_entity_set`
 */
export async function entityLabels(
  ctx: Context,
  connectionId: string,
  { entitySet, language }: Readonly<{ entitySet: string; language: string }>,
): Promise<EntityLabels> {
  const ids = labelIds(await entitySetDetail(ctx, connectionId, entitySet))
  const set = await openLabelSet(await placeOf(ctx, connectionId, language), ctx.now())
  const known = await knownLabels(set.id)
  const missing = ids.filter((id) => !known.has(id))
  const told = async (left: number, refusal: string | null): Promise<EntityLabels> => {
    const texts = await textsOf(ctx, connectionId, { language, ids })
    return { texts: Object.fromEntries(texts), missing: left, refusal }
  }
  const isRefused =
    set.refusedAt !== null && ctx.now().getTime() - set.refusedAt.getTime() < refusalKeptMs
  if (missing.length === 0 || isRefused) return await told(0, set.refusal)

  const { environment } = await openConnection(ctx, connectionId)
  let left = missing.length
  const end = await fetchLabels(ctx, {
    environment,
    language,
    ids: missing,
    bounds,
    keep: async (texts) => {
      await saveTexts(set.id, texts)
      left -= texts.size
      return true
    },
  })
  if (end.how === 'refused') return await told(0, end.reason)
  return await told(end.how === 'bound' ? left : 0, null)
}

function labelIds({ labelId, fields, enums }: EntitySetDetail): string[] {
  const ids = [
    labelId,
    ...fields.map((field) => field.labelId),
    ...enums.flatMap(({ members }) => members.map((member) => member.labelId)),
  ]
  return [...new Set(ids.flatMap((id) => (id?.startsWith('@') ? [id] : [])))]
}
