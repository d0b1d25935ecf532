import { z } from 'zod'
import { toTokenError } from '@/lib/entra/errors'
import { authorityBytesMax, authorityTimeoutMs } from '@/lib/entra/msal-network'
import { type OutboundAnswer, send } from '@/lib/http/outbound'
import { OutboundError } from '@/lib/http/outbound-error'
import { toFailure } from '@/lib/http/to-failure'

export type TenantQuestion = Readonly<{
  authorityOrigin: string
  tenantId: string
  signal: AbortSignal
  now?: () => Date
}>

/** What an authority tells anyone of a tenant. `tenantId` is a GUID wherever the issuer names one. */
export type TenantFacts = Readonly<{
  issuer: string
  tenantId: string
  tokenEndpoint: string
  /** The authority’s clock and ours, as the answer came; null where it does not tell its time. */
  clock: Readonly<{ theirs: Date; ours: Date }> | null
}>

const Discovery = z.object({ issuer: z.string().min(1), token_endpoint: z.string().min(1) })
const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * Asks the authority whether it knows the tenant, by its public discovery document.
 *
 * @throws {TokenError} `tenant_unknown` and the like; {@link OutboundError} `cancelled`.
 * @see OpenID Connect Discovery 1.0, section 4
 */
export async function askTenant(question: TenantQuestion): Promise<TenantFacts> {
  const { authorityOrigin, tenantId, signal, now = () => new Date() } = question
  const url = `${authorityOrigin}/${encodeURIComponent(tenantId)}/v2.0/.well-known/openid-configuration`
  const at = now()
  const startedAt = performance.now()
  const refuse = (facts: { answer?: OutboundAnswer; error?: unknown; code?: string }) => {
    const tookMs = performance.now() - startedAt
    const failure = toFailure({ where: 'authority', method: 'GET', url, at, tookMs, ...facts })
    return toTokenError(failure, facts.error)
  }

  const answer = await send({
    method: 'GET',
    url,
    headers: { accept: 'application/json' },
    signal,
    timeoutMs: authorityTimeoutMs,
    bodyBytesMax: authorityBytesMax,
    retries: 2,
  }).catch((error: unknown) => {
    if (error instanceof OutboundError && error.code === 'cancelled') throw error
    throw refuse({ error })
  })
  if (answer.status !== 200) throw refuse({ answer })

  const parsed = Discovery.safeParse(parseJson(answer.body))
  if (!parsed.success) throw refuse({ answer, code: 'answer_malformed' })
  const { issuer, token_endpoint: tokenEndpoint } = parsed.data
  return {
    issuer,
    tokenEndpoint,
    tenantId: guid.exec(issuer)?.[0]?.toLowerCase() ?? tenantId,
    clock: clockOf(answer.headers.date, now()),
  }
}

function clockOf(date: string | undefined, ours: Date): TenantFacts['clock'] {
  const theirs = new Date(date ?? '')
  return Number.isNaN(theirs.getTime()) ? null : { theirs, ours }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    // No JSON is no discovery document; the schema says so.
    return undefined
  }
}
