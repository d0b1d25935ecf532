/**
 * Milliseconds that a Retry-After header asks for, from seconds or an HTTP date; undefined where
 * it says neither. A date in the past is 0.
 *
 * @see RFC 9110, 10.2.3
 */
export function parseRetryAfterMs(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  // `Date.parse` takes `5` and `-3` for years; an HTTP date has a time in it.
  const at = /:\d\d/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}
