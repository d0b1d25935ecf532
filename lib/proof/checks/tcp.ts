import { connectTcp } from '@/lib/http/reach'
import { orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

const timeoutMs = 10_000

/** The host takes a connection. */
export async function checkTcp(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const { address, port } = await connectTcp(url, { signal: scope.signal, timeoutMs })
    return {
      verdict: 'passed',
      summary: 'The host takes connections.',
      evidence: evidence({ Address: address, Port: port }),
    }
  })
}
