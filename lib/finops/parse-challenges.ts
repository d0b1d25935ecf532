/** One challenge of a WWW-Authenticate header; names in lower case, values unquoted. */
export type ParsedChallenge = Readonly<{
  scheme: string
  parameters: ReadonlyMap<string, string>
}>

/**
 * A parameter, its value quoted or (against the RFC, but seen) a bare URL; or a scheme, which is a
 * word at the start or after a comma that no equals sign follows.
 */
const piece =
  /([a-z0-9!#$%&'*+.^_`|~-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"?|[^\s,"]+)|([a-z][a-z0-9-]*)(?=[ \t,]|$)/gi

/**
 * Reads the challenges of a WWW-Authenticate header, of which one header line may hold several.
 * What it cannot read it leaves out.
 *
 * @see RFC 9110, 11.6.1
 */
export function parseChallenges(header: string): ParsedChallenge[] {
  const challenges: { scheme: string; parameters: Map<string, string> }[] = []
  for (const [, name, value, scheme] of header.matchAll(piece)) {
    if (scheme !== undefined) {
      challenges.push({ scheme: scheme.toLowerCase(), parameters: new Map() })
      continue
    }
    const parameters = challenges.at(-1)?.parameters
    const key = name?.toLowerCase() ?? ''
    // The first of two alike counts: a second one is what an attacker could append.
    if (value !== undefined && !parameters?.has(key)) parameters?.set(key, unquoted(value))
  }
  return challenges
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  return value.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1')
}
