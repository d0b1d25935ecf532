import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiagnosisContext, rankedRules } from '@/lib/diagnosis/diagnose'
import { toEvidence } from '@/lib/diagnosis/evidence'
import { fixtures } from '@/lib/diagnosis/fixtures/all'
import { context, environmentUrl } from '@/lib/diagnosis/fixtures/make'
import { rankOf } from '@/lib/diagnosis/rule'

const statuses = [
  null,
  200,
  301,
  302,
  400,
  401,
  403,
  404,
  405,
  406,
  408,
  409,
  412,
  413,
  414,
  415,
  418,
  428,
  429,
  431,
  500,
  501,
  502,
  503,
  504,
]
const urls = [
  `${environmentUrl}/data/CustomersV3?$top=1`,
  `${environmentUrl}/CustomersV3`,
  `${environmentUrl}/data/CustomersV3(dataAreaId='usmf')`,
  `${environmentUrl}/data/SysAADClients`,
]
const otherTenant = '0d9c8b7a-1111-4222-8333-444455556666'
const environmentTenantId = context.tenantId
const contexts: readonly Partial<DiagnosisContext>[] = [
  {},
  { tokenMinted: true },
  { tokenMinted: false },
  { secretAgeSeconds: 5 },
  {
    tokenMinted: true,
    claims: { aud: 'https://x', tid: otherTenant, exp: 1 },
    environmentTenantId,
  },
  { tokenMinted: true, claims: { aud: environmentUrl, tid: context.tenantId } },
  { tokenMinted: true, claims: { aud: `${environmentUrl}/`, oid: 'x' } },
  { tokenMinted: true, claims: { exp: 1, oid: 'x' } },
  { tokenMinted: true, claims: { tid: otherTenant, oid: 'x' }, environmentTenantId },
]
const headers: readonly Readonly<Record<string, string>>[] = [
  {},
  { 'www-authenticate': 'Negotiate' },
  { 'www-authenticate': 'Bearer error_description="IDX10214: Audience validation failed"' },
  { 'www-authenticate': 'Bearer resource_id=https://org1.crm4.dynamics.com/' },
  { location: 'https://login.microsoftonline.com/x/oauth2/authorize' },
  { location: 'https://fs.contoso.com/adfs/ls' },
  { 'content-type': 'text/html' },
]

test('whatever a failure is mixed from, one rule claims it before all others', () => {
  const mixed = fc.record({
    fixture: fc.constantFrom(...fixtures),
    status: fc.constantFrom('as it is', ...statuses),
    method: fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
    url: fc.constantFrom('as it is', ...urls),
    more: fc.constantFrom(...contexts),
    added: fc.constantFrom(...headers),
  })
  fc.assert(
    fc.property(mixed, ({ fixture, status, method, url, more, added }) => {
      const { failure } = fixture
      const isOfEnvironment = failure.where === 'environment'
      const evidence = toEvidence(
        {
          ...failure,
          method,
          status: typeof status === 'string' ? failure.status : status,
          url: url === 'as it is' || !isOfEnvironment ? failure.url : url,
          headers: { ...failure.headers, ...added },
        },
        { ...context, ...fixture.context, ...more },
      )
      const [first, second] = rankedRules(evidence)
      if (!first || !second) return
      const [one, other] = [rankOf(first), rankOf(second)]
      expect(one, `${first.id} and ${second.id} both claim it`).toBeGreaterThan(other)
    }),
    { numRuns: 1500 },
  )
})
