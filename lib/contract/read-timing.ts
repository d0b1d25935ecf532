/**
 * Where the time of a read went on the server, in milliseconds, as it was measured. It travels in
 * the `Server-Timing` header of the answer, beside what the environment says there itself.
 */
export type ReadTiming = Readonly<{
  /** Until there was a token: next to nothing where one was kept. */
  tokenMs: number
  /** Waited since the environment asked for it with 429; null where it did not. */
  throttledMs: number | null
  /** These three are null where a connection was used that stood open already. */
  dnsMs: number | null
  connectMs: number | null
  tlsMs: number | null
  /** From the request's first byte to the answer's. */
  firstByteMs: number | null
  /** What the environment says that it took, where it says so. */
  environmentMs: number | null
}>

const names: Readonly<Record<Exclude<keyof ReadTiming, 'environmentMs'>, string>> = {
  tokenMs: 'fivestep-token',
  throttledMs: 'fivestep-throttled',
  dnsMs: 'fivestep-dns',
  connectMs: 'fivestep-connect',
  tlsMs: 'fivestep-tls',
  firstByteMs: 'fivestep-first-byte',
}
const fields = Object.entries(names) as [keyof typeof names, string][]

/**
 * Writes the header; `upstream` is the environment's own and stands before ours.
 *
 * @see https://www.w3.org/TR/server-timing/
 */
export function printReadTiming(
  timing: Omit<ReadTiming, 'environmentMs'>,
  upstream: string | undefined,
): string {
  const ours = fields.flatMap(([field, name]) => {
    const ms = timing[field]
    return ms === null ? [] : [`${name};dur=${ms.toFixed(2)}`]
  })
  return [...(upstream ? [upstream] : []), ...ours].join(', ')
}

/** Reads what {@link printReadTiming} wrote; null where the header has nothing of ours. */
export function parseReadTiming(header: string | null): ReadTiming | null {
  const durations = new Map(
    [...(header ?? '').matchAll(/([\w!#$%&'*+.^`|~-]+)[^,]*?;\s*dur=([\d.]+)/g)].map(
      ([, name = '', ms]) => [name, Number(ms)] as const,
    ),
  )
  const tokenMs = durations.get(names.tokenMs)
  if (tokenMs === undefined) return null
  const of = (name: string) => durations.get(name) ?? null
  return {
    tokenMs,
    throttledMs: of(names.throttledMs),
    dnsMs: of(names.dnsMs),
    connectMs: of(names.connectMs),
    tlsMs: of(names.tlsMs),
    firstByteMs: of(names.firstByteMs),
    environmentMs: of('total'),
  }
}
