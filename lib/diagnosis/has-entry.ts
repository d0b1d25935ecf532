/** Rules that are made up for one code, or say only that nothing is known: no page explains them. */
const withoutEntry: ReadonlySet<string> = new Set([
  'unknown',
  'entra.code-finer',
  'entra.code-unlisted',
])

/** Whether the troubleshooting page has an entry for the rule of a diagnosis; without loading them. */
export function hasEntry(rule: string): boolean {
  return !withoutEntry.has(rule)
}
