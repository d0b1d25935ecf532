import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import { requireActor } from '@/lib/connections/require-actor'
import { type Proof, type ProofHistory, ProofSummary } from '@/lib/contract/proof'
import { database } from '@/lib/db/client'
import { proofs } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { stepIds, stepNumber } from '@/lib/steps/step'

/** Which page of whose history. */
export type HistoryPage = Readonly<{ before?: string | undefined; limit: number }>

const broken = sql`jsonb_path_query_first(${proofs.checks}, '$[*] ? (@.verdict == "failed")')`

/** All of a proof but its checks: those are counted where they are kept, and never read. */
const summaryColumns = {
  id: proofs.id,
  connectionId: proofs.connectionId,
  until: proofs.until,
  startedAt: proofs.startedAt,
  finishedAt: proofs.finishedAt,
  verdict: proofs.verdict,
  sentence: proofs.sentence,
  firstBreak: proofs.firstBreak,
  // A diagnosis that blames no step holds a null of JSON, which is not to be taken for its absence.
  brokenStep: sql<string | null>`case
    when ${proofs.verdict} <> 'failed' then null
    when jsonb_typeof(${broken} -> 'diagnosis') = 'object' then ${broken} -> 'diagnosis' ->> 'step'
    else ${broken} ->> 'step'
  end`,
  warnings: sql<number>`jsonb_array_length(
    jsonb_path_query_array(${proofs.checks}, '$[*] ? (@.verdict == "warned")')
  )`,
}

/** A page of a connection's proofs, newest first. */
export async function listProofHistory(
  ctx: Context,
  connectionId: string,
  { before, limit }: HistoryPage,
): Promise<ProofHistory> {
  requireActor(ctx)
  const rows = await database()
    .orm.select(summaryColumns)
    .from(proofs)
    .where(and(eq(proofs.connectionId, connectionId), before ? olderThan(before) : undefined))
    .orderBy(desc(proofs.finishedAt), desc(proofs.id))
    // One more than asked for tells whether there is another page.
    .limit(limit + 1)
  const page = rows.slice(0, limit).map(toSummary)
  const last = rows.length > limit ? page.at(-1) : undefined
  return { proofs: page, next: last ? `${last.finishedAt}~${last.id}` : null }
}

/** The newest proof before `proof` that passed and went at least as far; undefined where none did. */
export async function getLastPassed(ctx: Context, proof: Proof): Promise<string | undefined> {
  requireActor(ctx)
  const asFar = stepIds.filter((step) => stepNumber(step) >= stepNumber(proof.until))
  const [row] = await database()
    .orm.select({ id: proofs.id })
    .from(proofs)
    .where(
      and(
        eq(proofs.connectionId, proof.connectionId),
        eq(proofs.verdict, 'passed'),
        inArray(proofs.until, asFar),
        lt(proofs.finishedAt, new Date(proof.finishedAt)),
      ),
    )
    .orderBy(desc(proofs.finishedAt), desc(proofs.id))
    .limit(1)
  return row?.id
}

function olderThan(cursor: string) {
  const [finishedAt, id] = cursor.split('~')
  return sql`(${proofs.finishedAt}, ${proofs.id}) < (${finishedAt}::timestamptz, ${id})`
}

type Row = Readonly<{ startedAt: Date; finishedAt: Date }>

function toSummary(row: Row): ProofSummary {
  return ProofSummary.parse({
    ...row,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt.toISOString(),
  })
}
