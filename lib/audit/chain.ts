import { createHash } from 'node:crypto'

/** What of an entry goes into its hash: everything that it says. */
export type Chained = Readonly<{
  at: Date
  actor: unknown
  action: string
  subject: string
  requestId: string
  detail: unknown
  outcome: string
  from: string | null
}>

/** What stands before the first entry of the chain. */
export const chainStart = '0'.repeat(64)

/** Hash of `entry` in its place: after the entry whose hash is `hashBefore`. */
export function hashEntry(entry: Chained, hashBefore: string): string {
  const { at, actor, action, subject, requestId, detail, outcome, from } = entry
  const said = { at: at.toISOString(), actor, action, subject, requestId, detail, outcome, from }
  return createHash('sha256')
    .update(`${hashBefore}\n${canonical(said)}`)
    .digest('hex')
}

/**
 * `value` as JSON with the keys of every object in order, since the database keeps them in its own.
 *
 * @see RFC 8785
 */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object' || Array.isArray(part)) return part
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
