import { and, count, desc, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { labelSets, labels } from '@/lib/db/schema'

/** Which labels: of one version of one environment, in one language. */
export type LabelPlace = Readonly<{
  /** Origin of the environment. */
  environment: string
  version: string
  language: string
}>

export type LabelSet = typeof labelSets.$inferSelect

/** A reader that is silent for longer than this has died. */
const leaseMs = 30_000

/** Rows in one statement; PostgreSQL takes 65,535 parameters. */
const rowsMax = 1000

/** The set of labels of a place, made where there is none; `now` is kept as when it was wanted. */
export async function openLabelSet(place: LabelPlace, now: Date): Promise<LabelSet> {
  const [row] = await database()
    .orm.insert(labelSets)
    .values({ id: newId('lab'), ...place, startedAt: now, wantedAt: now })
    .onConflictDoUpdate({
      target: [labelSets.environment, labelSets.language, labelSets.version],
      set: { wantedAt: now },
    })
    .returning()
  if (!row) throw new Error('the set of labels was made and is not there')
  return row
}

/** The set of labels of a place, where there is one. */
export async function findLabelSet(place: LabelPlace): Promise<LabelSet | undefined> {
  const [row] = await database().orm.select().from(labelSets).where(isPlace(place))
  return row
}

/** Languages that somebody has asked an environment for since `since`. */
export async function wantedLanguages(environment: string, since: Date): Promise<string[]> {
  const rows = await database()
    .orm.select({ language: labelSets.language, wantedAt: labelSets.wantedAt })
    .from(labelSets)
    .where(eq(labelSets.environment, environment))
  return [
    ...new Set(rows.filter(({ wantedAt }) => wantedAt >= since).map(({ language }) => language)),
  ]
}

/** Which of `ids` are in the set, with or without a text. */
export async function knownLabels(setId: string): Promise<Set<string>> {
  const rows = await database()
    .orm.select({ id: labels.labelId })
    .from(labels)
    .where(eq(labels.labelSetId, setId))
  return new Set(rows.map(({ id }) => id))
}

/**
 * Texts by label id, of `ids` or of all. Those of the version before are used for as long as the
 * present one's have not been read.
 */
export async function readTexts(
  place: LabelPlace,
  ids?: readonly string[],
): Promise<Map<string, string>> {
  const { orm } = database()
  const sets = await orm
    .select({ id: labelSets.id, version: labelSets.version })
    .from(labelSets)
    .where(
      and(eq(labelSets.environment, place.environment), eq(labelSets.language, place.language)),
    )
    .orderBy(desc(labelSets.startedAt))
  const present = sets.filter(({ version }) => version === place.version)
  const before = sets.filter(({ version }) => version !== place.version).slice(0, 1)
  const texts = new Map<string, string>()
  for (const { id } of [...before, ...present]) {
    const of = eq(labels.labelSetId, id)
    const rows = await orm
      .select({ id: labels.labelId, text: labels.text })
      .from(labels)
      .where(ids ? and(of, inArray(labels.labelId, [...ids])) : of)
    for (const row of rows) {
      if (row.text === null) texts.delete(row.id)
      else texts.set(row.id, row.text)
    }
  }
  return texts
}

export async function saveTexts(
  setId: string,
  texts: ReadonlyMap<string, string | null>,
): Promise<void> {
  const rows = [...texts].map(([labelId, text]) => ({ labelSetId: setId, labelId, text }))
  for (let from = 0; from < rows.length; from += rowsMax) {
    await database()
      .orm.insert(labels)
      .values(rows.slice(from, from + rowsMax))
      .onConflictDoNothing()
  }
}

/** Takes the reading of a set, unless somebody has it; whether it was free. */
export async function takeLabelSet(setId: string, lease: string, now: Date): Promise<boolean> {
  const rows = await database()
    .orm.update(labelSets)
    .set({ lease, leaseUntil: leaseEnd(now), refusal: null, refusedAt: null })
    .where(
      and(
        eq(labelSets.id, setId),
        or(isNull(labelSets.lease), lt(labelSets.leaseUntil, now), eq(labelSets.lease, lease)),
      ),
    )
    .returning({ id: labelSets.id })
  return rows.length > 0
}

/** Keeps a reading that was taken; false where it was lost to somebody else. */
export async function keepLabelSet(setId: string, lease: string, now: Date): Promise<boolean> {
  const rows = await database()
    .orm.update(labelSets)
    .set({ leaseUntil: leaseEnd(now) })
    .where(and(eq(labelSets.id, setId), eq(labelSets.lease, lease)))
    .returning({ id: labelSets.id })
  return rows.length > 0
}

/** Ends a reading; `refusal` is why the environment gives no labels. */
export async function leaveLabelSet(
  setId: string,
  lease: string,
  { refusal, now }: Readonly<{ refusal: string | null; now: Date }>,
): Promise<void> {
  await database()
    .orm.update(labelSets)
    .set({ lease: null, leaseUntil: null, refusal, refusedAt: refusal === null ? null : now })
    .where(and(eq(labelSets.id, setId), eq(labelSets.lease, lease)))
}

/** Whether a reading of the set is under way. */
export function isBeingRead({ lease, leaseUntil }: LabelSet, now: Date): boolean {
  return lease !== null && leaseUntil !== null && leaseUntil >= now
}

/** Forgets labels of former versions, and those that nobody has wanted since `before`. */
export async function pruneLabelSets(before: Date): Promise<void> {
  const { orm } = database()
  await orm.delete(labelSets).where(lt(labelSets.wantedAt, before))
}

/** How many labels a set has of former versions of the same place, for tests and the tidying. */
export async function countLabels(setId: string): Promise<number> {
  const [row] = await database()
    .orm.select({ rows: count() })
    .from(labels)
    .where(eq(labels.labelSetId, setId))
  return row?.rows ?? 0
}

function isPlace({ environment, version, language }: LabelPlace) {
  return and(
    eq(labelSets.environment, environment),
    eq(labelSets.language, language),
    eq(labelSets.version, version),
  )
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseMs)
}

/** Forgets the sets of other versions, once that of `place` is whole. */
export async function dropFormerVersions({
  environment,
  version,
  language,
}: LabelPlace): Promise<void> {
  await database()
    .orm.delete(labelSets)
    .where(
      and(
        eq(labelSets.environment, environment),
        eq(labelSets.language, language),
        ne(labelSets.version, version),
      ),
    )
}
