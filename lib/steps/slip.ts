/** What else is known while a value is typed; every one may be missing. */
export type SlipOthers = Readonly<{
  environmentUrl?: string | null
  tenantId?: string | null
  clientId?: string | null
  /** Tenant that the environment named in its own challenge. */
  challengeTenantId?: string | null
  /** Object ids that are known by other means, such as a token's `oid`. */
  objectIds?: readonly string[]
}>

/** One slip. `certain` ones are worth stopping for, the others are said and let through. */
export type Slip = Readonly<{
  code: string
  message: string
  fix: string
  certain: boolean
  /** The value as it was probably meant, to be taken over with one click. */
  suggestion?: string
}>

/** A slip that is beyond doubt. */
export function certainSlip(code: string, message: string, fix: string): Slip {
  return { code, message, fix, certain: true }
}

/** `slip` with the value that was probably meant, where there is one. */
export function suggesting(slip: Slip, suggestion: string | null | undefined): Slip {
  return suggestion ? { ...slip, suggestion } : slip
}

/** A GUID and nothing else. */
export const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A GUID somewhere in a text. */
export const guidInside = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

const quotePairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['{', '}'],
]

/** `value` without one pair of quotes or braces around it, or undefined when it has none. */
export function withoutQuotes(value: string): string | undefined {
  const text = value.trim()
  const pair = quotePairs.find(([open, close]) => text.startsWith(open) && text.endsWith(close))
  return pair && text.length > 2 ? text.slice(1, -1) : undefined
}

const placeholderPatterns: readonly RegExp[] = [
  /^<[^<>]*>$/,
  /^\{\{[^{}]*\}\}$/,
  /^\$\{[^{}]*\}$/,
  /^\$\([^()]*\)$/,
  /^%[a-z_]+%$/i,
  /^\[[a-z _-]+\]$/i,
  /^(your|my|the|insert|enter|paste)[-_ ]?(\w+[-_ ]?){0,5}(id|secret|value|here|tenant|client|app)$/i,
  /^(client|tenant|app|application|directory)[-_ ]?(id|secret)([-_ ]?value)?$/i,
  /^(change|replace)[-_ ]?(me|this|it)$/i,
  /^(x{4,}|0{8}(-0{4}){3}-0{12}|x{8}(-x{4}){3}-x{12}|todo|tbd|n\/a)$/i,
]

/** True for text that stands in a guide where the real value belongs. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim()
  return text.length <= 100 && placeholderPatterns.some((pattern) => pattern.test(text))
}

/** The slip of leaving a guide's example in place. */
export function placeholderSlip(what: string): Slip {
  return {
    code: 'placeholder',
    message: 'This is the placeholder of a guide, not a real value.',
    fix: `Put ${what} in its place.`,
    certain: true,
  }
}
