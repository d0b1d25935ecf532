import { z } from 'zod'
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

/** The text of a column; undefined where it is missing or empty. */
export function textOf(row: Row | undefined, column: string): string | undefined {
  const value = row?.[column]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** A literal of type `Edm.String`. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/**
 * Runs `work`; where F&O refuses the read (403) or has no such entity (404), the check is skipped
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
    const status = error.failure.status
    if (status !== 403 && status !== 404) throw error
    const why =
      status === 403
        ? 'the mapped user may not read it'
        : 'this environment does not offer it for reading'
    return {
      verdict: 'skipped',
      summary: `Cannot tell ${what}: ${why}.`,
      evidence: [{ label: 'Answer', value: String(status) }],
    }
  }
}
