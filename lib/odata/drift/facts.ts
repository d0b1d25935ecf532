import type { DriftFact } from '@/lib/odata/drift/drift'

type Value = string | number | boolean | undefined

/** Whether going from one value to the other may break what worked before. */
export type Breaks<T extends Value> = (before: T, after: T) => boolean

/** The fact that a value differs; none where it does not. */
export function differing<T extends Value>(
  fact: string,
  [before, after]: readonly [T, T],
  breaks: Breaks<T>,
): DriftFact[] {
  if (before === after) return []
  return [{ fact, before: toText(before), after: toText(after), isBreaking: breaks(before, after) }]
}

/** What something is that was not there before. */
export function appeared(fact: string, value: Value, isBreaking = false): DriftFact[] {
  const after = toText(value)
  return after === null ? [] : [{ fact, before: null, after, isBreaking }]
}

/** What something was that is not there any more. */
export function vanished(fact: string, value: Value): DriftFact[] {
  const before = toText(value)
  return before === null ? [] : [{ fact, before, after: null, isBreaking: true }]
}

function toText(value: Value): string | null {
  if (value === undefined) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}

export const always = () => true
/** It holds now and did not before. */
export const onceSet: Breaks<boolean> = (_, after) => after
/** It does not hold any more. */
export const onceUnset: Breaks<boolean> = (before) => before
/** Less room than before; no limit is the most. */
export const onceLess: Breaks<number | undefined> = (before, after) =>
  (after ?? Number.POSITIVE_INFINITY) < (before ?? Number.POSITIVE_INFINITY)
