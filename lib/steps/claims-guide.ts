import {
  type ClaimReading,
  type ExpectedClaims,
  type ExplainedClaim,
  readings,
} from '@/lib/steps/claims-readings'

const missing = '(not in the token)'

/**
 * Explains the claims of an app-only token, those that F&O cares for first. Claims that have to be
 * there and are not are listed too; claims that nobody knows come last, as they are.
 *
 * @see facts: `aud` without a slash and in small letters, `tid` the environment's tenant, `oid` there
 */
export function explainClaims(
  claims: Readonly<Record<string, unknown>>,
  expected: ExpectedClaims,
): ExplainedClaim[] {
  const known = readings.flatMap((reading) => explainOne(reading, claims, expected))
  const names = new Set(readings.map((reading) => reading.name))
  const unknown = Object.keys(claims)
    .filter((name) => !names.has(name))
    .map((name) => toInfo(name, claims[name]))
  return [...known, ...unknown]
}

function explainOne(
  reading: ClaimReading,
  claims: Readonly<Record<string, unknown>>,
  expected: ExpectedClaims,
): ExplainedClaim[] {
  const { name } = reading
  if (!Object.hasOwn(claims, name)) {
    const absent = reading.whenMissing?.(claims)
    return absent ? [{ name, value: missing, ...absent }] : []
  }
  const value = claims[name]
  return [{ name, value: toText(value, reading.isTime ?? false), ...reading.read(value, expected) }]
}

function toInfo(name: string, value: unknown): ExplainedClaim {
  return {
    name,
    value: toText(value, false),
    meaning: 'Internal to Microsoft; Finance & Operations does not need it.',
    verdict: 'info',
  }
}

function toText(value: unknown, isTime: boolean): string {
  if (isTime && typeof value === 'number' && Number.isFinite(value)) return toTime(value)
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((item) => toText(item, false)).join(', ')
  return JSON.stringify(value) ?? String(value)
}

function toTime(unixSeconds: number): string {
  const date = new Date(unixSeconds * 1000)
  return Number.isNaN(date.getTime()) ? String(unixSeconds) : date.toISOString()
}
