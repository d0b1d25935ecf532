/** A percent-encoded query string as its parts; nothing of it is encoded anew. */
function partsOf(query: string): readonly Readonly<{ name: string; part: string }>[] {
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => ({ name: decode(part.split('=', 1)[0] ?? '').toLowerCase(), part }))
}

/** The decoded value of an option; undefined where the query has none of that name. */
export function optionOf(query: string, name: string): string | undefined {
  const found = partsOf(query).find((option) => option.name === name)
  return found && decode(found.part.slice(found.part.indexOf('=') + 1))
}

/** The query with options put in place of its own of that name; null takes one out. */
export function withOptions(
  query: string,
  options: Readonly<Record<string, string | null>>,
): string {
  const kept = partsOf(query).filter(({ name }) => !Object.hasOwn(options, name))
  const added = Object.entries(options).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`],
  )
  return [...kept.map(({ part }) => part), ...added].join('&')
}

/** The query with only those of its options. */
export function onlyOptions(query: string, names: readonly string[]): string {
  return partsOf(query)
    .filter(({ name }) => names.includes(name))
    .map(({ part }) => part)
    .join('&')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    // What is no encoded text is meant as it stands, and F&O says what it thinks of it.
    return text
  }
}
