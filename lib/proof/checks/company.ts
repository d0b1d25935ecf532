import { orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { orCannotTell, readRows, textOf } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

/** The default company, which is all that is read without cross-company, and the others. */
export async function checkCompany(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, () =>
    orCannotTell('which companies there are', async () => {
      const rows = await readRows(scope, { path: 'LegalEntities', query: { $top: '200' } })
      const companies = rows.flatMap((row) => textOf(row, 'LegalEntityId') ?? [])
      const company = scope.found.company
      const facts = evidence({ 'Default company': company, Companies: companies.join(', ') })
      const among = `${companies.length} ${companies.length === 1 ? 'company' : 'companies'}`
      const summary = company
        ? `Without cross-company only ${company} is read, one of ${among}.`
        : `There are ${among}; which one is the default cannot be read.`
      return { verdict: 'passed', summary, evidence: facts }
    }),
  )
}
