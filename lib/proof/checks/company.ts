import type { KnownFinding } from '@/lib/diagnosis/finding-rules'
import { orFailed, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { orCannotTell, readRows, textOf } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'

const companiesMax = 200

/** The default company, which is all that is read without cross-company, and the others. */
export async function checkCompany(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, () =>
    orCannotTell('which companies there are', async () => {
      const rows = await readRows(scope, {
        path: 'LegalEntities',
        query: { $top: String(companiesMax) },
      })
      const companies = rows.flatMap((row) => textOf(row, 'LegalEntityId') ?? [])
      const company = scope.found.company
      const facts = evidence({ 'Default company': company, Companies: companies.join(', ') })
      const lack = lackOf(scope, companies)
      if (lack) return warnedFinding(scope, lack, { evidence: facts })
      const among = `${companies.length} ${companies.length === 1 ? 'company' : 'companies'}`
      const summary = company
        ? `Without cross-company only ${company} is read, one of ${among}.`
        : `There are ${among}; which one is the default cannot be read.`
      return { verdict: 'passed', summary, evidence: facts }
    }),
  )
}

/** Only where the user could be read; and a list that is empty or cut off proves nothing. */
function lackOf({ found }: CheckScope, companies: readonly string[]): KnownFinding | undefined {
  const { userId: user, company, isUserRead } = found
  if (user === undefined || !isUserRead) return undefined
  const toFinding = (told: string): KnownFinding => ({
    id: 'proof.company-missing',
    facts: { user, company: told },
  })
  if (company === undefined) return toFinding('not set')
  const isListed = companies.some((known) => known.toLowerCase() === company.toLowerCase())
  const isWhole = companies.length > 0 && companies.length < companiesMax
  return isListed || !isWhole
    ? undefined
    : toFinding(`${company}, which is not among the companies`)
}
