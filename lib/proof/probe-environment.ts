import type { ProbeCheck, ProbeInput, ProbeResult } from '@/lib/contract/probe'
import type { Check } from '@/lib/contract/proof'
import type { Context } from '@/lib/log/context'
import { chain } from '@/lib/proof/chain'
import type { ProofLink } from '@/lib/proof/link'
import { type ChainProgress, newProgress, runChain } from '@/lib/proof/run-chain'
import type { CheckScope, Found, ProofSubject } from '@/lib/proof/scope'
import { authorityOrigin } from '@/lib/steps/cloud'

const probed = ['address', 'dns', 'tcp', 'tls', 'finops', 'tenant'] as const

const links = probed.flatMap((id) => chain.find((link) => link.id === id) ?? [])

/**
 * Looks at an address before there is a connection: whether it can be reached, whether F&O
 * answers there, and which tenant and cloud it names. Nothing is stored and no credential is sent.
 */
export async function probeEnvironment(ctx: Context, input: ProbeInput): Promise<ProbeResult> {
  const progress = newProgress()
  const scopeWith = (found: Partial<Found>): Omit<CheckScope, 'tries'> => ({
    subject: subjectOf(input, found),
    found,
    now: ctx.now,
    signal: ctx.signal,
    keeper: nothingToKeep,
  })
  const run = { links: links.map(softened), scopeWith, waitSeconds: 0, log: ctx.log }
  for await (const _event of runChain(run, progress)) {
    // The wizard shows a probe as a whole: it is over in a moment.
  }
  return toResult(progress)
}

const nothingToKeep = { onMint: async () => undefined, onMintFailed: async () => undefined }

function subjectOf(input: ProbeInput, found: Partial<Found>): ProofSubject {
  const cloud = found.challenge?.cloud ?? found.cloud ?? 'public'
  return {
    environmentUrl: found.environmentUrl ?? input.environmentUrl,
    cloud,
    authorityOrigin: found.challenge?.authorityOrigin ?? authorityOrigin(cloud, null) ?? null,
    tenantId: found.challenge?.tenantId ?? null,
    clientId: null,
    credential: null,
  }
}

/** An environment that names no tenant is no broken one: the person then types it. */
function softened(link: ProofLink): ProofLink {
  if (link.id !== 'tenant') return link
  return {
    ...link,
    run: async (scope) =>
      scope.subject.tenantId === null
        ? {
            verdict: 'skipped',
            summary: 'The environment does not name its tenant; type it in the next steps.',
            evidence: [],
          }
        : await link.run(scope),
  }
}

function toResult({ checks, found }: ChainProgress): ProbeResult {
  const challenge = found.challenge
  return {
    environmentUrl: found.environmentUrl ?? null,
    suggestedName: found.suggestedName ?? null,
    reachable: checks.some((check) => check.id === 'tls' && isGood(check)),
    isFinops: challenge?.isFinops ?? false,
    cloud: challenge?.cloud ?? found.cloud ?? null,
    tenantId: challenge?.tenantId ?? null,
    authorityUrl: challenge?.authorityOrigin ?? null,
    checks: checks.flatMap(toProbeCheck),
  }
}

function toProbeCheck(check: Check): ProbeCheck[] {
  const id = probed.find((known) => known === check.id)
  if (!id) return []
  const { title, summary, evidence, tookMs, diagnosis, failure } = check
  // A probe knows no `skipped`: what could not be asked is worth a look.
  const verdict = check.verdict === 'skipped' ? 'warned' : check.verdict
  return [{ id, title, verdict, summary, evidence, tookMs, diagnosis, failure }]
}

function isGood({ verdict }: Check): boolean {
  return verdict === 'passed' || verdict === 'warned'
}
