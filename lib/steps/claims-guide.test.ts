import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainClaims } from '@/lib/steps/claims-guide'

const resource = 'https://contoso.operations.dynamics.com'
const tenantId = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
const clientId = '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef'
const now = new Date('2026-11-25T08:00:00Z')
const expected = { resource, tenantId, clientId, now }
const nowUnix = now.getTime() / 1000
const claims = {
  aud: resource,
  iss: `https://sts.windows.net/${tenantId}/`,
  iat: nowUnix - 300,
  nbf: nowUnix - 300,
  exp: nowUnix + 3600,
  appid: clientId,
  appidacr: '1',
  idp: `https://sts.windows.net/${tenantId}/`,
  oid: '5d0e8c44-19f3-4a7e-b6c2-6f1d2e3a4b5c',
  sub: '5d0e8c44-19f3-4a7e-b6c2-6f1d2e3a4b5c',
  tid: tenantId,
  roles: ['Connector.FullAccess'],
  uti: 'abc',
  ver: '1.0',
}
const verdictOf = (changed: Record<string, unknown>, name: string) =>
  explainClaims({ ...claims, ...changed }, expected).find((claim) => claim.name === name)?.verdict
const without = (name: string) =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))

test('a token as it should be has nothing bad and no warning', () => {
  const explained = explainClaims(claims, expected)
  expect(explained.filter(({ verdict }) => verdict === 'bad' || verdict === 'warning')).toEqual([])
  expect(explained.map(({ name }) => name).slice(0, 4)).toEqual(['aud', 'tid', 'appid', 'oid'])
  expect(explained.find(({ name }) => name === 'exp')?.value).toBe('2026-11-25T09:00:00.000Z')
})

describe('the audience is compared letter by letter', () => {
  test.each([
    [`${resource}/`, /slash/],
    ['https://Contoso.operations.dynamics.com', /capital/],
    [`${resource}/data`, /path/],
    ['https://other.operations.dynamics.com', /something else/],
  ])('%s is bad', (aud, why) => {
    const claim = explainClaims({ ...claims, aud }, expected)[0]
    expect(claim).toMatchObject({ verdict: 'bad', meaning: expect.stringMatching(why) })
  })

  test('Dynamics ERP by its id is good', () => {
    expect(verdictOf({ aud: '00000015-0000-0000-c000-000000000000' }, 'aud')).toBe('good')
  })
})

test.each([
  ['tid', 'x', 'bad'],
  ['appid', 'x', 'bad'],
  ['exp', nowUnix - 1, 'bad'],
  ['nbf', nowUnix + 600, 'warning'],
  ['roles', [], 'warning'],
  ['scp', 'AX.FullAccess', 'warning'],
  ['appidacr', '2', 'info'],
  ['appidacr', '0', 'warning'],
  ['xms_new', 1, 'info'],
])('%s = %s is %s', (name, value, verdict) => {
  expect(verdictOf({ [name]: value }, name)).toBe(verdict)
})

test.each([
  ['aud', 'bad'],
  ['oid', 'bad'],
  ['roles', 'warning'],
  ['appid', 'bad'],
])('%s missing is %s', (name, verdict) => {
  const claim = explainClaims(without(name), expected).find((found) => found.name === name)
  expect(claim).toMatchObject({ verdict, value: '(not in the token)' })
})

test('a v2 token names the app in azp, and nothing is missed', () => {
  const explained = explainClaims({ ...without('appid'), azp: clientId, ver: '2.0' }, expected)
  expect(explained.some(({ name }) => name === 'appid')).toBe(false)
  expect(explained.find(({ name }) => name === 'azp')?.verdict).toBe('good')
})

test('a tenant that is known only by its domain is not called wrong', () => {
  const explained = explainClaims(claims, { ...expected, tenantId: 'contoso-ltd.onmicrosoft.com' })
  expect(explained.find(({ name }) => name === 'tid')?.verdict).toBe('info')
})

test('any claims are explained', () => {
  const names = fc.constantFrom(...Object.keys(claims), '__proto__', 'x')
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), (any) => {
      for (const { value } of explainClaims(any, expected)) expect(typeof value).toBe('string')
    }),
  )
})

test.each(['aud', 'tid', 'appid', 'roles', 'appidacr', 'ver'])(
  'a %s whose toString is no function is explained all the same',
  (name) => {
    const explained = explainClaims({ [name]: { toString: false } }, expected)
    expect(explained.find((claim) => claim.name === name)?.value).toBe('{"toString":false}')
    expect(() => explainClaims({ [name]: [{ toString: false }] }, expected)).not.toThrow()
  },
)
