import { z } from 'zod'
import { UpstreamError } from '@/lib/catalog/errors'
import { toODataQuery } from '@/lib/catalog/odata-path'
import { type OpenConnection, openConnection } from '@/lib/catalog/open-connection'
import { toUpstreamError } from '@/lib/catalog/to-upstream-error'
import { findReason } from '@/lib/catalog/why-empty/find-reason'
import type { Answer, Probe } from '@/lib/catalog/why-empty/inquiry'
import { printOptions, toQuery } from '@/lib/catalog/why-empty/options'
import { type Question, toQuestion } from '@/lib/catalog/why-empty/question'
import { toSpan } from '@/lib/catalog/why-empty/verdict'
import {
  type EmptyProbe,
  type WhyEmptyEvent,
  type WhyEmptyInput,
  whyEmptyReadsMax,
} from '@/lib/contract/why-empty'
import { FinopsError } from '@/lib/finops/errors'
import { readODataJson } from '@/lib/finops/read-odata'
import type { Context } from '@/lib/log/context'

const Page = z.object({
  '@odata.count': z.number().int().nonnegative().optional(),
  value: z.array(z.record(z.string(), z.unknown())),
})

/** Shorter than for reading: a probe that takes long is no cheap one. */
const probeTimeoutMs = 30_000
const probeBytesMax = 4 * 1024 ** 2

/** An inquiry that can be run: its question parsed, its connection open. */
export type PreparedInquiry = Readonly<{ question: Question; open: OpenConnection }>

/**
 * Gets everything ready that can be refused before the stream begins.
 *
 * @throws {CatalogError} `bad_path`, `bad_query`
 * @throws {ConnectionError} `not_found`, `incomplete`
 */
export async function prepareInquiry(
  ctx: Context,
  connectionId: string,
  input: WhyEmptyInput,
): Promise<PreparedInquiry> {
  const question = toQuestion(input)
  return { question, open: await openConnection(ctx, connectionId) }
}

/**
 * Asks F&O why a read has no rows, with at most {@link whyEmptyReadsMax} cheap reads, and tells of
 * each. Rows are looked at and forgotten. A refused read ends it with its diagnosis; so does 429,
 * which is not waited out. Ends at once when `ctx.signal` aborts.
 */
export async function* whyEmpty(
  ctx: Context,
  { question, open }: PreparedInquiry,
): AsyncGenerator<WhyEmptyEvent> {
  const { filter } = question
  yield {
    type: 'started',
    readsMax: whyEmptyReadsMax,
    filter: filter?.text ?? null,
    clauses: filter?.clauses.map(toSpan) ?? [],
  }
  try {
    const reasoning = findReason(question)
    let step = reasoning.next()
    for (let number = 1; !step.done; number += 1) {
      const probe = step.value
      const told = {
        number,
        what: probe.what,
        asked: `${probe.entitySet}?${printOptions(probe.options)}`,
      }
      yield { type: 'asking', ...told }
      const { answer, ...outcome } = await send(ctx, open, probe)
      yield { type: 'answered', probe: { ...told, ...outcome } }
      step = reasoning.next(answer)
    }
    yield { type: 'finished', verdict: step.value }
  } catch (error) {
    if (ctx.signal.aborted) return
    yield await toLastEvent(ctx, open, error)
  }
}

type Outcome = Omit<EmptyProbe, 'number' | 'what' | 'asked'> & Readonly<{ answer: Answer }>

async function send(ctx: Context, { environment }: OpenConnection, probe: Probe): Promise<Outcome> {
  const startedAt = performance.now()
  const took = () => Math.round(performance.now() - startedAt)
  try {
    const page = await readODataJson(environment, Page, {
      path: probe.entitySet,
      query: toODataQuery(toQuery(probe.options)),
      headers: { accept: `application/json;odata.metadata=${probe.metadata}` },
      signal: ctx.signal,
      timeoutMs: probeTimeoutMs,
      bodyBytesMax: probeBytesMax,
      waitMsMax: 0,
    })
    const { value: rows, '@odata.count': count = null } = page
    const outcome = rows.length > 0 ? 'rows' : 'none'
    const answer = { rows, count }
    return { answer, outcome, rows: rows.length, count, status: null, tookMs: took() }
  } catch (error) {
    if (!probe.optional || !isRefusal(error)) throw error
    const { status } = error.failure
    return { answer: null, outcome: 'refused', rows: 0, count: null, status, tookMs: took() }
  }
}

/** What one read may be refused without the next one being refused as well. */
function isRefusal(error: unknown): error is FinopsError {
  if (!(error instanceof FinopsError)) return false
  const { status, code } = error.failure
  return code === 'timed_out' || [400, 403, 404, 500].includes(status ?? 0)
}

async function toLastEvent(
  ctx: Context,
  open: OpenConnection,
  error: unknown,
): Promise<WhyEmptyEvent> {
  const known = await toUpstreamError(ctx, open, error)
  if (known instanceof UpstreamError) {
    return { type: 'refused', diagnosis: known.diagnosis, failure: known.failure }
  }
  ctx.log.error({ err: error, connectionId: open.access.connectionId }, 'an inquiry broke off')
  const title = 'The inquiry broke off inside Fivestep.'
  return { type: 'aborted', title, requestId: ctx.requestId }
}
