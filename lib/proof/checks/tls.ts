import { inspectTls } from '@/lib/http/reach'
import { orFailed } from '@/lib/proof/failed-by'
import { toDiagnosis } from '@/lib/proof/finding'
import { certificateExpiring } from '@/lib/proof/findings-setup'
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
      const finding = certificateExpiring(tls.daysLeft, validTo)
      const diagnosis = toDiagnosis(finding, scope.subject)
      return { verdict: 'warned', summary: `${finding.title}.`, evidence: facts, diagnosis }
    }
    return {
      verdict: 'passed',
      summary: 'The certificate is trusted and names the host.',
      evidence: facts,
    }
  })
}
