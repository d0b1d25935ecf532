import { FinopsError } from '@/lib/finops/errors'
import { failedFinding, failedWith, orFailed } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import { readRows, textOf } from '@/lib/proof/read-finops'
import type { CheckScope } from '@/lib/proof/scope'
import { matchArticleEntities } from '@/lib/steps/article-entities'

const triesMax = 5

/** Rows come out of an entity that the environment really has; the first that may be read counts. */
export async function checkEntityRead(scope: CheckScope): Promise<CheckOutcome> {
  const url = scope.subject.environmentUrl
  return orFailed(scope, { where: 'environment', url }, async () => {
    const refused: string[] = []
    let refusal: FinopsError | undefined
    for (const name of candidates(scope)) {
      try {
        return await readOne(scope, name, refused)
      } catch (error) {
        if (!(error instanceof FinopsError) || error.failure.status !== 403) throw error
        refused.push(name)
        refusal = error
      }
    }
    if (!refusal) return failedFinding(scope, { id: 'proof.nothing-to-read' })
    return {
      ...failedWith(scope, refusal.failure),
      evidence: evidence({ Refused: refused.join(', ') }),
    }
  })
}

async function readOne(
  scope: CheckScope,
  name: string,
  refused: readonly string[],
): Promise<CheckOutcome> {
  const startedAt = performance.now()
  const rows = await readRows(scope, { path: name, query: { $top: '5' } })
  const company = textOf(rows[0], 'dataAreaId')
  const facts = evidence({
    'Entity set': name,
    Rows: rows.length,
    Company: company,
    'Took (ms)': Math.round(performance.now() - startedAt),
    Refused: refused.join(', '),
  })
  const summary =
    rows.length === 0
      ? `${name} can be read; it holds no rows in the default company.`
      : `${rows.length} rows came out of ${name}.`
  return { verdict: 'passed', summary, evidence: facts, found: { readEntitySet: name } }
}

/** What people mean by the well-known article first, then whatever there is. */
function candidates({ found }: CheckScope): string[] {
  const names = (found.entitySets ?? []).map((set) => set.name)
  const known = matchArticleEntities(names).flatMap(({ entitySet }) => entitySet ?? [])
  return [...new Set([...known, ...names])].slice(0, triesMax)
}
