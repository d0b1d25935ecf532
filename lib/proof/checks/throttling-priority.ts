import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { orCannotTell, type Row, readRows } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/**
 * A priority is mapped to the app, for when F&O is short of resources. No environment that is known
 * offers that list for reading, so it is looked for among what this one offers; where it is not
 * there, that is said and nothing is claimed.
 */
export async function checkThrottlingPriority(scope: CheckScope): Promise<CheckOutcome> {
  const names = (scope.found.entitySets ?? []).map(({ name }) => name)
  const path = prioritySetOf(names)
  if (path === undefined) {
    return {
      verdict: 'skipped',
      summary:
        'This environment offers no entity that tells priorities. An administrator can look at System administration > Setup > Throttling priority mapping.',
      evidence: [],
    }
  }
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, () =>
    orCannotTell('which priority the app has', async () => {
      const rows = await readRows(scope, { path, query: { $top: '500' } })
      const facts = evidence({ 'Looked at': path, Rows: rows.length })
      if (!namesApp(rows, scope.subject.clientId ?? '')) {
        const finding = { id: 'proof.priority-unmapped', facts: { place: path } } as const
        return warnedFinding(scope, finding, { evidence: facts })
      }
      return { verdict: 'passed', summary: `${path} names this app.`, evidence: facts }
    }),
  )
}

/** The entity set that seems to hold the mapping of priorities. */
export function prioritySetOf(names: readonly string[]): string | undefined {
  return names.find((name) => /throttl/i.test(name) && /priorit/i.test(name))
}

/** Whether a client id stands in any column: which one it would be is not documented. */
export function namesApp(rows: readonly Row[], clientId: string): boolean {
  const wanted = clientId.toLowerCase()
  return rows.some((row) =>
    Object.values(row).some((value) => typeof value === 'string' && value.toLowerCase() === wanted),
  )
}
