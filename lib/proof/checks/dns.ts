import { resolveHost } from '@/lib/http/reach'
import { orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const timeoutMs = 8000

/** The host name resolves to addresses that may be called. */
export async function checkDns(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const { addresses } = await resolveHost(url, { signal: scope.signal, timeoutMs })
    return {
      verdict: 'passed',
      summary: `${new URL(url).hostname} resolves to ${addresses.length === 1 ? 'one address' : `${addresses.length} addresses`}.`,
      evidence: evidence({ Addresses: addresses.map(({ address }) => address).join(', ') }),
    }
  })
}
