/**
 * The entity sets that a read below `/data` touches, or undefined where that cannot be told from
 * its address alone: other sets are reached by navigation, `$expand`, `$apply` and `$batch`.
 *
 * @param path decoded segments
 * @param query as in the address, with or without `?`
 */
export function touchedEntitySets(path: readonly string[], query: string): string[] | undefined {
  const [first = '', second, ...more] = path
  const [, name] = /^([A-Za-z_]\w*)(\(.*\))?$/s.exec(first) ?? []
  if (name === undefined || more.length > 0) return undefined
  if (second !== undefined && second !== '$count') return undefined
  const options = [...new URLSearchParams(query)]
  return options.every(([option, value]) => staysInSet(option, value)) ? [name] : undefined
}

const plain = new Set([
  'cross-company',
  '$count',
  '$filter',
  '$format',
  '$orderby',
  '$select',
  '$skip',
  '$skiptoken',
  '$top',
])

/** A slash outside of a quoted text follows a navigation to another set. */
function staysInSet(option: string, value: string): boolean {
  const isPlain = plain.has(option.trim().toLowerCase())
  return isPlain && !value.replace(/'(?:[^']|'')*'/g, '').includes('/')
}

/** The same of a path and a query that are both percent-encoded. */
export function touchedByAddress({
  path,
  query,
}: Readonly<{ path: string; query: string }>): string[] | undefined {
  try {
    return touchedEntitySets(path.split('/').map(decodeURIComponent), query)
  } catch {
    // A path that cannot be decoded is refused where it is read; nobody can say what it touches.
    return undefined
  }
}
