import type { KnownFinding } from '@/lib/diagnosis/finding-rules'
import { inspectorIn, isMicrosoftHost, isMicrosoftsIssuer } from '@/lib/diagnosis/tls-issuers'
import { inspectTls, type TlsFacts } from '@/lib/http/reach'
import { daysText } from '@/lib/proof/days-text'
import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const timeoutMs = 10_000
const expiringDays = 14

/** The certificate is trusted, names the host, and lasts. */
export async function checkTls(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const { signal, now } = scope
    const tls = await inspectTls(url, { signal, timeoutMs, now })
    const validTo = tls.validTo.toISOString()
    const facts = evidence({
      Certificate: tls.subject,
      'Issued by': tls.issuers.join(' < ') || tls.issuer,
      'Trusted by': trustWords[tls.trustedBy],
      'Valid until': validTo,
      'Days left': tls.daysLeft,
      Protocol: tls.protocol,
    })
    const concern = concernOf(new URL(url).hostname, tls)
    if (concern) return warnedFinding(scope, concern, { evidence: facts })
    return {
      verdict: 'passed',
      summary: 'The certificate is trusted and names the host.',
      evidence: facts,
    }
  })
}

const trustWords: Readonly<Record<TlsFacts['trustedBy'], string>> = {
  public: 'an authority that comes with Node',
  added: 'an authority that was added on this machine',
  practice: 'the authority of the practice tenant',
}

/**
 * What is worth saying of a certificate that is trusted. An added authority is right for a machine
 * of one’s own; under a name of Microsoft’s it means that somebody stands in between.
 */
export function concernOf(host: string, tls: TlsFacts): KnownFinding | undefined {
  const issuer = tls.issuer
  if (isMicrosoftHost(host)) {
    if (tls.trustedBy === 'added' || inspectorIn(tls.issuers.join('\n'))) {
      return { id: 'proof.tls-inspected', facts: { issuer } }
    }
    if (!isMicrosoftsIssuer(tls.issuers)) {
      return { id: 'proof.tls-unusual-issuer', facts: { issuer } }
    }
  }
  if (tls.daysLeft >= expiringDays) return undefined
  const facts = { days: daysText(tls.daysLeft), date: tls.validTo.toISOString() }
  return { id: 'proof.tls-expiring', facts }
}
