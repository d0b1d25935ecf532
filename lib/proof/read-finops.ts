import { z } from 'zod'
import { clip } from '@/lib/diagnosis/clip'
import type { Failure } from '@/lib/diagnosis/failure'
import { FinopsError } from '@/lib/finops/errors'
import { readODataJson } from '@/lib/finops/read-odata'
import { environmentOf } from '@/lib/proof/environment-of'
import type { CheckOutcome } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const Rows = z.object({ value: z.array(z.record(z.string(), z.unknown())) })

/** Short: a run that is held back longer says so, and waits where it can be seen. */
const waitMsMax = 10_000

/** A row as F&O gave it. */
export type Row = z.infer<typeof Rows>['value'][number]

/**
 * Reads one page of an entity set with the token of this run.
 *
 * @throws {FinopsError} when F&O answered anything but rows
 */
export async function readRows(
  scope: CheckScope,
  call: Readonly<{ path: string; query: Readonly<Record<string, string>> }>,
): Promise<Row[]> {
  const query = Object.entries(call.query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  const { signal } = scope
  const page = await readODataJson(environmentOf(scope), Rows, {
    path: call.path,
    query,
    signal,
    waitMsMax,
  })
  return page.value
}

/** Longest text of a column that is told; F&O's own names are far shorter. */
const textMax = 256

/** The text of a column, cut where it is very long; undefined where it is missing or empty. */
export function textOf(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column]
  return typeof value === 'string' && value !== '' ? clip(value, textMax) : undefined
}

/** A literal of type `Edm.String`. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * Whether F&O let the caller in and failed at what was asked: a proxy or a firewall before it
 * answers in HTML, and its own failures are OData errors.
 */
export function isLetIn({ status, headers }: Failure): boolean {
  const type = headers['content-type'] ?? ''
  if (status === 403 || status === 404) return !/\bhtml\b/i.test(type)
  return status === 500 && /\bjson\b/i.test(type)
}

/**
 * Runs `work`; where F&O refuses the read, has no such entity or fails at it, the check is skipped
 * with that as its reason: it shows what may be read, not what is true.
 */
export async function orCannotTell(
  what: string,
  work: () => Promise<CheckOutcome>,
): Promise<CheckOutcome> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof FinopsError)) throw error
    if (!isLetIn(error.failure)) throw error
    const { status } = error.failure
    return {
      verdict: 'skipped',
      summary: `Cannot tell ${what}: ${reasons[String(status)] ?? 'it cannot be read'}.`,
      evidence: [{ label: 'Answer', value: String(status) }],
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  403: 'the mapped user may not read it',
  404: 'this environment does not offer it for reading',
  500: 'the environment failed at reading it',
}
