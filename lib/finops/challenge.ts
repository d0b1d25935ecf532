import type { Failure } from '@/lib/diagnosis/failure'
import { authorityFacts } from '@/lib/finops/authority-facts'
import { type ChallengeKind, classifyAnswer } from '@/lib/finops/classify-answer'
import { parseChallenges } from '@/lib/finops/parse-challenges'
import { sendStreaming } from '@/lib/http/outbound'
import { OutboundError } from '@/lib/http/outbound-error'
import { readExcerpt } from '@/lib/http/read-body'
import { toFailure } from '@/lib/http/to-failure'
import type { Cloud } from '@/lib/steps/cloud'

export type Challenge = Readonly<{
  isFinops: boolean
  what: ChallengeKind
  /** GUID or domain that the environment names; null for none, and for `common`. */
  tenantId: string | null
  authorityOrigin: string | null
  cloud: Cloud | null
  /** Resource that it wants a token for, where it says so. */
  resourceId: string | null
  /** When it was asked, by our clock. */
  at: Date
  /** Null where nothing answered. */
  status: number | null
  headers: Readonly<Record<string, string>>
  tookMs: number
  /** Why it is not F&O; null when it is. */
  failure: Failure | null
}>

const excerptBytesMax = 64 * 1024

/**
 * Calls the environment's OData root without a token, which F&O answers with 401 and the name of
 * its tenant. What else answers there is told apart, and an unreachable host is evidence too.
 *
 * @throws {OutboundError} `cancelled` only.
 * @see RFC 9110, 11.6.1 WWW-Authenticate
 */
export async function askChallenge(
  environmentUrl: string,
  { signal, now = () => new Date() }: Readonly<{ signal: AbortSignal; now?: () => Date }>,
): Promise<Challenge> {
  const url = `${new URL(environmentUrl).origin}/data`
  const facts = { where: 'environment', method: 'GET', url, at: now() } as const
  const startedAt = performance.now()
  try {
    const answer = await sendStreaming({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      signal,
      timeoutMs: 20_000,
      bodyBytesMax: 1024 ** 2,
      retries: 1,
    })
    const body = await readExcerpt(answer.body, excerptBytesMax)
    const { status, headers, tookMs } = answer
    const bearer = bearerOf(headers['www-authenticate'])
    const what = classifyAnswer({ host: new URL(url).hostname, status, headers, body, bearer })
    const authority = authorityFacts(
      bearer?.get('authorization_uri') ?? bearer?.get('authorization'),
    )
    return {
      isFinops: what === 'finops',
      what,
      ...authority,
      resourceId: bearer?.get('resource_id') ?? null,
      at: facts.at,
      status,
      headers,
      tookMs,
      failure:
        what === 'finops'
          ? null
          : toFailure({ ...facts, tookMs, answer: { status, headers, body } }),
    }
  } catch (error) {
    if (error instanceof OutboundError && error.code === 'cancelled') throw error
    const tookMs = performance.now() - startedAt
    return unreachable(toFailure({ ...facts, tookMs, error }))
  }
}

function bearerOf(header: string | undefined): ReadonlyMap<string, string> | undefined {
  return parseChallenges(header ?? '').find(({ scheme }) => scheme === 'bearer')?.parameters
}

function unreachable(failure: Failure): Challenge {
  return {
    isFinops: false,
    what: 'other',
    tenantId: null,
    authorityOrigin: null,
    cloud: null,
    resourceId: null,
    at: new Date(failure.at),
    status: failure.status,
    headers: failure.headers,
    tookMs: failure.tookMs,
    failure,
  }
}
