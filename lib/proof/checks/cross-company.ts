import { orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { orCannotTell, readRows, textOf } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/** The same entity across companies: what an integration for all of them has to ask for. */
export async function checkCrossCompany(scope: CheckScope): Promise<CheckOutcome> {
  const name = scope.found.readEntitySet
  if (name === undefined) {
    return { verdict: 'skipped', summary: 'No entity was read before.', evidence: [] }
  }
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, () =>
    orCannotTell('what other companies hold', async () => {
      const query = { 'cross-company': 'true', $top: '50' }
      const rows = await readRows(scope, { path: name, query })
      const seen = rows.flatMap((row) => textOf(row, 'dataAreaId') ?? [])
      const companies = [...new Set(seen)]
      return {
        verdict: 'passed',
        summary: `${name} answers across companies.`,
        evidence: evidence({ Rows: rows.length, 'Companies seen': companies.join(', ') }),
      }
    }),
  )
}
