import { z } from 'zod'
import { FinopsError } from '@/lib/finops/errors'
import { readOData } from '@/lib/finops/read-odata'
import { environmentOf } from '@/lib/proof/environment-of'
import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { quoted } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/** A read that a person chose as the proof of their integration. */
export type ChosenRead = Readonly<{
  entitySet: string
  /** Null for the default company of the mapped user. */
  company: string | null
  /** As after `$filter=`, not encoded. */
  filter: string | null
  latencyLimitMs: number
}>

/** What was measured of it. */
export type Measured = { latencyMs: number | null; rows: number | null }

const rowsMax = 100
const bodyBytesMax = 16 * 1024 ** 2
const Rows = z.object({ value: z.array(z.unknown()) })

/**
 * The rows that were chosen can be read, in time. Throttling is not waited out: what it costs is
 * part of what is measured.
 */
export async function checkChosenRead(
  scope: CheckScope,
  read: ChosenRead,
  measured: Measured,
): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const startedAt = performance.now()
    const rows = await countRows(scope, read)
    const latencyMs = Math.round(performance.now() - startedAt)
    Object.assign(measured, { latencyMs, rows })
    const facts = evidence({
      'Entity set': read.entitySet,
      Company: read.company,
      Filter: read.filter,
      Rows: rows,
      'Took (ms)': latencyMs,
      'Limit (ms)': read.latencyLimitMs,
    })
    if (latencyMs > read.latencyLimitMs) {
      const reason = `Reading ${read.entitySet} took ${seconds(latencyMs)}; its limit is ${seconds(read.latencyLimitMs)}.`
      return warnedFinding(
        scope,
        { id: 'proof.little-headroom', facts: { reason } },
        { evidence: facts },
      )
    }
    const summary = `${rows} rows came out of ${read.entitySet} in ${seconds(latencyMs)}.`
    return { verdict: 'passed', summary, evidence: facts }
  })
}

async function countRows(scope: CheckScope, read: ChosenRead): Promise<number> {
  const answer = await readOData(environmentOf(scope), {
    path: read.entitySet,
    query: chosenQuery(read),
    signal: scope.signal,
    waitMsMax: 0,
    bodyBytesMax,
  })
  if (answer.status !== 200) throw new FinopsError('refused', await answer.failure())
  const body = await new Response(answer.body).text()
  const parsed = Rows.safeParse(parseJson(body))
  if (parsed.success) return parsed.data.value.length
  const message = 'The answer is no page of rows.'
  const failure = await answer.failure({ body, code: 'answer_malformed', message })
  throw new FinopsError('malformed', failure, parsed.error)
}

/** The query of a chosen read, percent-encoded, without the question mark. */
export function chosenQuery({ company, filter }: Omit<ChosenRead, 'latencyLimitMs'>): string {
  const own = company === null ? undefined : `dataAreaId eq ${quoted(company)}`
  const both = own && filter ? `${own} and (${filter})` : (own ?? filter)
  const options: (readonly [string, string])[] = [['$top', String(rowsMax)]]
  if (both) options.push(['$filter', both])
  if (own) options.push(['cross-company', 'true'])
  return options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

function seconds(ms: number): string {
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // A login page comes with 200; the schema refuses it as it refuses any other shape.
    return undefined
  }
}
