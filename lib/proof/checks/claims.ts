import { failedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope } from '@/lib/proof/scope'

/** Application id of Dynamics ERP, which F&O takes as an audience too. */
const dynamicsErp = '00000015-0000-0000-c000-000000000000'

/** The token is made out to exactly this environment: case and slashes count. */
export async function checkAudience(scope: CheckScope): Promise<CheckOutcome> {
  const has = claimOf(scope, 'aud')
  const needs = scope.subject.environmentUrl
  const facts = evidence({ 'Audience (aud)': has, Needed: needs })
  if (has !== needs && has !== dynamicsErp) {
    return failedFinding(
      scope,
      { id: 'proof.claim-aud', facts: { has: has || 'nothing', needs } },
      facts,
    )
  }
  return { verdict: 'passed', summary: `The token is made out to ${has}.`, evidence: facts }
}

/** The token comes from the tenant of the connection. */
export async function checkTokenTenant(scope: CheckScope): Promise<CheckOutcome> {
  const has = claimOf(scope, 'tid').toLowerCase()
  const needs = scope.found.challenge?.tenantId ?? scope.found.tenantGuid ?? scope.subject.tenantId
  const facts = evidence({ 'Tenant (tid)': has, Needed: needs })
  const known = [scope.found.tenantGuid, scope.subject.tenantId, needs]
  if (!known.some((tenant) => tenant?.toLowerCase() === has)) {
    const told = { has: has || 'nothing', needs: needs ?? 'a tenant' }
    return failedFinding(scope, { id: 'proof.claim-tid', facts: told }, facts)
  }
  return { verdict: 'passed', summary: 'The token comes from the right tenant.', evidence: facts }
}

/** The token was given to the app of the connection; v2.0 tokens call it `azp`. */
export async function checkTokenApp(scope: CheckScope): Promise<CheckOutcome> {
  const has = (claimOf(scope, 'appid') || claimOf(scope, 'azp')).toLowerCase()
  const needs = scope.subject.clientId?.toLowerCase() ?? ''
  const facts = evidence({
    'App (appid)': has,
    Needed: needs,
    'Token version': claimOf(scope, 'ver'),
  })
  if (has !== needs) {
    return failedFinding(
      scope,
      { id: 'proof.claim-appid', facts: { has: has || 'nothing', needs } },
      facts,
    )
  }
  return { verdict: 'passed', summary: 'The token names this app.', evidence: facts }
}

function claimOf({ found }: CheckScope, name: string): string {
  const value = found.token?.claims[name]
  return typeof value === 'string' ? value : ''
}
