import { listEntitySets } from '@/lib/finops/list-entity-sets'
import { environmentOf } from '@/lib/proof/environment-of'
import { failedFinding, orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** F&O lists its entity sets. */
export async function checkServiceDocument(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const entitySets = await listEntitySets(environmentOf(scope), { signal: scope.signal })
    if (entitySets.length === 0) return failedFinding(scope, { id: 'proof.nothing-to-read' })
    return {
      verdict: 'passed',
      summary: `The environment exposes ${entitySets.length} entity sets.`,
      evidence: evidence({ 'Entity sets': entitySets.length }),
      found: { entitySets },
    }
  })
}
