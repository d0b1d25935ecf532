import type { Evidence } from '@/lib/contract/proof'
import { clip } from '@/lib/diagnosis/clip'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure } from '@/lib/diagnosis/failure'
import type { Found } from '@/lib/proof/scope'

type Told = Readonly<{
  /** One sentence: what was done and what came of it. */
  summary: string
  evidence: readonly Evidence[]
}>

/** How one check ended. What later checks need of it travels in `found`. */
export type CheckOutcome =
  | (Told & Readonly<{ verdict: 'passed'; found?: Partial<Found> }>)
  | (Told & Readonly<{ verdict: 'warned'; diagnosis: Diagnosis; found?: Partial<Found> }>)
  | (Told & Readonly<{ verdict: 'skipped'; found?: Partial<Found> }>)
  | (Told & Readonly<{ verdict: 'failed'; diagnosis: Diagnosis; failure: Failure | null }>)

/** Longest fact that is kept: what an upstream calls its things is not ours to limit. */
const valueMax = 1000

/**
 * Facts in the order given, long ones cut; those whose value is null, undefined or empty are left
 * out.
 */
export function evidence(
  facts: Readonly<Record<string, string | number | null | undefined>>,
): Evidence[] {
  return Object.entries(facts).flatMap(([label, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label, value: clip(String(value), valueMax) }],
  )
}
