import { describe, expect, test } from 'vitest'
import { Cloud } from '@/lib/steps/cloud'
import { deepLink, deepLinks, type LinkFacts, linkIds } from '@/lib/steps/deep-links'

const clientId = '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef'
const facts: LinkFacts = {
  cloud: 'public',
  authorityOrigin: null,
  tenantId: 'contoso.onmicrosoft.com',
  clientId,
  environmentUrl: 'https://contoso.operations.dynamics.com',
}
const href = (id: (typeof linkIds)[number], more: Partial<LinkFacts> = {}) =>
  deepLink(id, { ...facts, ...more })?.href

test.each([
  ['public', 'https://entra.microsoft.com/#view/'],
  ['usgov', 'https://portal.azure.us/#view/'],
  ['china', 'https://portal.azure.cn/#view/'],
] as const)('the blades of %s are in its own portal', (cloud, start) => {
  expect(href('app-secrets', { cloud })).toBe(
    `${start}Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${clientId}`,
  )
  expect(href('new-registration', { cloud })).toBe(
    `${start}Microsoft_AAD_RegisteredApps/CreateApplicationBlade`,
  )
})

test('without a client id an app’s page becomes the list of apps', () => {
  expect(href('app-permissions', { clientId: null })).toMatch(/RegisteredApps$/)
  expect(href('app-permissions', { clientId: null, cloud: 'practice' })).toBe(
    '/practice/entra/apps',
  )
})

test('consent is asked at the authority of the cloud, or at a custom one', () => {
  const query = `adminconsent?client_id=${clientId}`
  expect(href('admin-consent')).toBe(
    `https://login.microsoftonline.com/contoso.onmicrosoft.com/${query}`,
  )
  const custom = { cloud: 'custom', authorityOrigin: 'https://fs.contoso.com' } as const
  expect(href('admin-consent', custom)).toBe(
    `https://fs.contoso.com/contoso.onmicrosoft.com/${query}`,
  )
  expect(href('admin-consent', { cloud: 'custom' })).toBeUndefined()
})

test.each([
  [
    'finops-clients',
    'https://contoso.operations.dynamics.com/?mi=SysAADClientTable',
    '/practice/finops/contoso-uat/clients',
  ],
  [
    'finops-users',
    'https://contoso.operations.dynamics.com/?mi=SysUserInfoPage',
    '/practice/finops/contoso-uat/users',
  ],
  ['app-overview', undefined, `/practice/entra/apps/${clientId}`],
  ['app-secrets', undefined, `/practice/entra/apps/${clientId}/secrets`],
  ['app-permissions', undefined, `/practice/entra/apps/${clientId}/permissions`],
  ['new-registration', undefined, '/practice/entra/apps/new'],
  ['practice-faults', undefined, '/practice/faults'],
] as const)('%s exists in the practice portal', (id, real, practice) => {
  if (real !== undefined) expect(href(id)).toBe(real)
  const environmentUrl = 'https://contoso-uat.practice.localhost'
  expect(href(id, { cloud: 'practice', environmentUrl })).toBe(practice)
})

describe.each(Cloud.options)('in the cloud %s', (cloud) => {
  test('every link is absolute https, or a path into the practice portal', () => {
    for (const known of [
      facts,
      { ...facts, tenantId: null, clientId: null, environmentUrl: null },
    ]) {
      const links = deepLinks(linkIds, { ...known, cloud })
      expect(links.length).toBeGreaterThan(4)
      for (const link of links) {
        expect(link.href).toMatch(cloud === 'practice' ? /^\/practice(\/|$)/ : /^https:\/\/[a-z]/)
        expect(link.label).not.toBe('')
      }
    }
  })
})

test('what a person typed is encoded in an address', () => {
  expect(href('app-secrets', { clientId: 'a/../b?c' })).toMatch(/appId\/a%2F\.\.%2Fb%3Fc$/)
})
