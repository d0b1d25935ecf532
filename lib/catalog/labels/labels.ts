import { randomUUID } from 'node:crypto'
import { entityFacts } from '@/lib/catalog/facts/entity-facts'
import { readEntityFacts } from '@/lib/catalog/facts/facts-store'
import { type FetchBounds, type FetchEnd, fetchLabels } from '@/lib/catalog/labels/fetch-labels'
import {
  dropFormerVersions,
  findLabelSet,
  isBeingRead,
  keepLabelSet,
  knownLabels,
  type LabelPlace,
  leaveLabelSet,
  openLabelSet,
  readTexts,
  saveTexts,
  takeLabelSet,
} from '@/lib/catalog/labels/label-store'
import { wantedLabels } from '@/lib/catalog/labels/wanted-labels'
import { type OpenConnection, openConnection } from '@/lib/catalog/open-connection'
import { requireConnection } from '@/lib/connections/require-connection'
import type { LabelStatus, LabelTexts } from '@/lib/contract/labels'
import type { Context } from '@/lib/log/context'

/** Where the environment does not tell its version, its labels are taken for one version's. */
const noVersion = 'unknown'

/** About 10 a second is what F&O was seen to answer, so a run is a third of all that there are. */
export const runBounds: FetchBounds = { atOnce: 6, callsMax: 12_000, timeMsMax: 20 * 60_000 }

/**
 * How far the labels of a connection have been read in `language`.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function labelStatus(
  ctx: Context,
  connectionId: string,
  language: string,
): Promise<LabelStatus> {
  const place = await placeOf(ctx, connectionId, language)
  const wanted = await wantedLabels(connectionId)
  const set = await findLabelSet(place)
  if (!set) return { language, state: 'none', wanted: wanted.length, known: 0, refusal: null }
  const have = await knownLabels(set.id)
  const known = wanted.filter((id) => have.has(id)).length
  const told = { language, wanted: wanted.length, known, refusal: set.refusal }
  if (isBeingRead(set, ctx.now())) return { ...told, state: 'reading' }
  if (set.refusal !== null) return { ...told, state: 'refused' }
  if (known === wanted.length) return { ...told, state: 'complete' }
  return { ...told, state: known === 0 ? 'none' : 'partial' }
}

/**
 * Begins to read the labels that are not known yet, unless that is under way, and does not wait.
 *
 * @throws {ConnectionError} `not_found`, `incomplete`
 */
export async function startLabels(
  ctx: Context,
  connectionId: string,
  language: string,
): Promise<LabelStatus> {
  const open = await openConnection(ctx, connectionId)
  await entityFacts(ctx, connectionId)
  const place = await placeOf(ctx, connectionId, language)
  const { id } = await openLabelSet(place, ctx.now())
  const lease = randomUUID()
  if (await takeLabelSet(id, lease, ctx.now())) {
    // Whoever asked does not wait for it, so its end must not end it.
    const own = { ...ctx, signal: new AbortController().signal }
    void run(own, open, { id, lease, place, bounds: runBounds }).catch((error: unknown) => {
      ctx.log.error({ err: error }, 'labels could not be read')
    })
  }
  return await labelStatus(ctx, connectionId, language)
}

/** Reads the labels that are not known yet, and waits for it; nothing where that is under way. */
export async function readLabels(
  ctx: Context,
  open: OpenConnection,
  { language, bounds }: Readonly<{ language: string; bounds: FetchBounds }>,
): Promise<FetchEnd | undefined> {
  const place = await placeOf(ctx, open.access.connectionId, language)
  const set = (await findLabelSet(place)) ?? (await openLabelSet(place, ctx.now()))
  const lease = randomUUID()
  if (!(await takeLabelSet(set.id, lease, ctx.now()))) return undefined
  return await run(ctx, open, { id: set.id, lease, place, bounds })
}

type Taken = Readonly<{ id: string; lease: string; place: LabelPlace; bounds: FetchBounds }>

async function run(ctx: Context, open: OpenConnection, taken: Taken): Promise<FetchEnd> {
  const { id, lease, place, bounds } = taken
  let end: FetchEnd = { how: 'broken' }
  try {
    const have = await knownLabels(id)
    const wanted = await wantedLabels(open.access.connectionId)
    end = await fetchLabels(ctx, {
      environment: open.environment,
      language: place.language,
      ids: wanted.filter((label) => !have.has(label)),
      bounds,
      keep: async (texts) => {
        await saveTexts(id, texts)
        return await keepLabelSet(id, lease, ctx.now())
      },
    })
    if (end.how === 'complete') await dropFormerVersions(place)
    return end
  } finally {
    const refusal = end.how === 'refused' ? end.reason : null
    await leaveLabelSet(id, lease, { refusal, now: ctx.now() })
  }
}

/**
 * The texts that are known of a connection in `language`, by label id; those in English where
 * that language has none.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function labelTexts(
  ctx: Context,
  connectionId: string,
  language: string,
): Promise<LabelTexts> {
  return { texts: Object.fromEntries(await textsOf(ctx, connectionId, { language })) }
}

const english = 'en-us'

/** Texts in `language`, and in English where there is none; of `ids`, or of all. */
export async function textsOf(
  ctx: Context,
  connectionId: string,
  { language, ids }: Readonly<{ language: string; ids?: readonly string[] }>,
): Promise<Map<string, string>> {
  const place = await placeOf(ctx, connectionId, language)
  const texts = await readTexts({ ...place, language: english }, ids)
  if (language === english) return texts
  for (const [id, text] of await readTexts(place, ids)) texts.set(id, text)
  return texts
}

/** Where the labels of a connection in `language` are kept. @throws {ConnectionError} `not_found` */
export async function placeOf(
  ctx: Context,
  connectionId: string,
  language: string,
): Promise<LabelPlace> {
  const { id, environmentUrl } = await requireConnection(ctx, connectionId)
  const facts = await readEntityFacts(id)
  return {
    environment: new URL(environmentUrl).origin,
    version: facts?.version ?? noVersion,
    language,
  }
}
