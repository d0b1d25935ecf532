import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEnvironmentUrl } from '@/lib/steps/environment-url'

const plain = 'https://contoso-uat.operations.dynamics.com'

describe('an address is normalised, whatever was pasted', () => {
  test.each([
    [plain],
    ['https://contoso-uat.operations.dynamics.com/'],
    ['HTTPS://Contoso-UAT.Operations.Dynamics.COM/'],
    ['http://contoso-uat.operations.dynamics.com'],
    ['contoso-uat.operations.dynamics.com'],
    ['//contoso-uat.operations.dynamics.com'],
    ['contoso-uat.operations.dynamics.com/?cmp=USMF&mi=DefaultDashboard'],
    ['https://contoso-uat.operations.dynamics.com/data/CustomersV3?$top=1'],
    ['https://contoso-uat.operations.dynamics.com:443/data'],
    ['https://contoso-uat.operations.dynamics.com:8443'],
    ['  https://contoso-uat.operations.dynamics.com  \n'],
    ['"https://contoso-uat.operations.dynamics.com"'],
    ['“https://contoso-uat.operations.dynamics.com/”'],
    ['<https://contoso-uat.operations.dynamics.com>'],
    ['[UAT](https://contoso-uat.operations.dynamics.com/?cmp=usmf)'],
    ['UAT is at https://contoso-uat.operations.dynamics.com, ask Ann'],
    ['UAT is at contoso-uat.operations.dynamics.com'],
    ['https://contoso-uat.operations.dynamics.com.'],
    ['https://user:pw@contoso-uat.operations.dynamics.com'],
    ['\u200bhttps://contoso-uat.operations.dynamics.com\ufeff'],
    [
      'https://login.microsoftonline.com/common/oauth2/authorize?client_id=00000015-0000-0000-c000-000000000000&redirect_uri=https%3a%2f%2fcontoso-uat.operations.dynamics.com%2f',
    ],
    [
      'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso-uat.operations.dynamics.com%2F%3Fcmp%3Dusmf&data=05',
    ],
  ])('%s', (text) => {
    expect(parseEnvironmentUrl(text)).toMatchObject({ ok: true, url: plain, kind: 'production' })
  })

  test('nothing is noted of an address that was right', () => {
    expect(parseEnvironmentUrl(plain)).toMatchObject({ ok: true, notes: [] })
  })

  test('each change is told', () => {
    const parsed = parseEnvironmentUrl(
      'http://Contoso-UAT.operations.dynamics.com:444/data?cmp=usmf',
    )
    expect(parsed).toMatchObject({
      ok: true,
      notes: [
        'http:// was changed to https://.',
        'Capital letters were made small.',
        'The path after the host was removed.',
        'The company (usmf) was removed.',
        'The port 444 was removed.',
      ],
    })
  })
})

test.each([
  ['contoso.operations.dynamics.com', 'production', 'public', 'Contoso'],
  ['contoso.operations.eu.dynamics.com', 'production', 'public', 'Contoso'],
  ['contoso.operations.uae.dynamics.com', 'production', 'public', 'Contoso'],
  ['contoso-uat.sandbox.operations.dynamics.com', 'sandbox', 'public', 'Contoso UAT'],
  ['contoso-test2.sandbox.operations.eu.dynamics.com', 'sandbox', 'public', 'Contoso Test2'],
  ['contosodev1aos.cloudax.dynamics.com', 'cloud-hosted', 'public', 'Contosodev1'],
  ['contosodevaos.axcloud.dynamics.com', 'cloud-hosted', 'public', 'Contosodev'],
  ['usnconeboxax1aos.cloud.onebox.dynamics.com', 'onebox', 'public', 'Usnconeboxax1'],
  ['contoso.operations.dynamics.cn', 'production', 'china', 'Contoso'],
  ['contoso.operations365.microsoft.us', 'production', 'usgov', 'Contoso'],
  ['contoso-uat.practice.localhost', 'practice', 'practice', 'Contoso UAT'],
  ['contosouat.sandbox.operations.dynamics.com', 'sandbox', 'public', 'Contoso UAT'],
])('%s is %s in %s, called %s', (...[host, kind, cloud, suggestedName]) => {
  const parsed = parseEnvironmentUrl(host)
  expect(parsed).toMatchObject({
    ok: true,
    url: `https://${host}`,
    host,
    kind,
    cloud,
    suggestedName,
  })
})

test('on-premises keeps the one path that it needs', () => {
  const parsed = parseEnvironmentUrl('https://ax.d365.contoso.com/Namespaces/axsf/data/Customers')
  expect(parsed).toMatchObject({
    ok: true,
    url: 'https://ax.d365.contoso.com/namespaces/AXSF',
    kind: 'on-premises',
    cloud: 'custom',
  })
})

test('a host that no rule knows is let through with a note, and keeps its port', () => {
  const parsed = parseEnvironmentUrl('https://erp.contoso.com:8443/data')
  expect(parsed).toMatchObject({ ok: true, url: 'https://erp.contoso.com:8443', kind: 'other' })
  expect(parsed.ok && parsed.notes.join(' ')).toContain('not one that Finance & Operations')
})

test.each([
  ['https://contoso.crm.dynamics.com', 'dataverse'],
  ['contoso.crm4.dynamics.com/main.aspx', 'dataverse'],
  ['https://contoso.api.crm11.dynamics.com/api/data/v9.2', 'dataverse'],
  ['https://contoso.crm9.dynamics.com', 'dataverse'],
  ['https://contoso.crm.dynamics.cn', 'dataverse'],
  ['https://contoso.crm.microsoftdynamics.us', 'dataverse'],
  ['https://businesscentral.dynamics.com/tenant/Production', 'business_central'],
  ['https://api.businesscentral.dynamics.com/v2.0', 'business_central'],
  ['https://lcs.dynamics.com/v2', 'lifecycle_services'],
  ['https://scu1234.commerce.dynamics.com', 'commerce'],
  ['https://portal.azure.com/#view/x', 'portal'],
  ['https://entra.microsoft.com', 'portal'],
  ['https://make.powerapps.com/environments/1', 'portal'],
  ['https://admin.powerplatform.microsoft.com/environments', 'portal'],
  ['https://login.microsoftonline.com/common', 'sign_in_page'],
  ['https://sts.windows.net/x/', 'sign_in_page'],
  ['https://login.practice.localhost', 'practice_service'],
  ['https://contoso.operations.dynamics.com.evil.example', 'lookalike'],
  ['https://contoso.operations-dynamics.example', 'lookalike'],
  ['https://contoso.dynamics.com', 'other_dynamics'],
  ['', 'empty'],
  ['   ', 'empty'],
  ['contoso', 'not_an_address'],
  ['contoso uat', 'not_an_address'],
  ['ftp://contoso.operations.dynamics.com', 'not_an_address'],
  ['https://', 'not_an_address'],
  ['https://exa mple', 'not_an_address'],
  ['javascript:alert(1)', 'not_an_address'],
])('%s is refused as %s, with what to do', (text, code) => {
  const parsed = parseEnvironmentUrl(text)
  expect(parsed).toMatchObject({ ok: false, code })
  expect(parsed.ok ? '' : parsed.hint.length).toBeGreaterThan(20)
})

test('any text gives an answer, and what is accepted is stable when read again', () => {
  const hostish = fc
    .tuple(fc.webUrl({ withQueryParameters: true }), fc.constantFrom('', ' ', '"', '<'))
    .map(([url, mark]) => mark + url + mark)
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), hostish), (text) => {
      const parsed = parseEnvironmentUrl(text)
      if (!parsed.ok) {
        expect(parsed.hint).not.toBe('')
        return
      }
      expect(parsed.url).toMatch(/^https:\/\/[^/?#@\s]+(\/namespaces\/AXSF)?$/)
      expect(parseEnvironmentUrl(parsed.url)).toMatchObject({ ok: true, url: parsed.url })
    }),
    { numRuns: 1000 },
  )
})
