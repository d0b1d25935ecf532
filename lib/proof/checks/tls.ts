import { inspectTls } from '@/lib/http/reach'
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
      'Issued by': tls.issuer,
      'Valid until': validTo,
      'Days left': tls.daysLeft,
      Protocol: tls.protocol,
    })
    if (tls.daysLeft < expiringDays) {
      const told = { days: daysText(tls.daysLeft), date: validTo }
      return warnedFinding(scope, { id: 'proof.tls-expiring', facts: told }, { evidence: facts })
    }
    return {
      verdict: 'passed',
      summary: 'The certificate is trusted and names the host.',
      evidence: facts,
    }
  })
}
