import { describe, expect, test } from 'vitest'
import { testEnvironment } from '@/lib/sandbox/finops/test-environment'

const environment = testEnvironment()
const challenge =
  'Bearer authorization_uri="https://login.practice.localhost/b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12/oauth2/authorize"'

describe('who is let in', () => {
  test('a caller without a bearer is told where to get one', async () => {
    const response = await environment.send('/data/CustomersV3', { user: null })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(challenge)
    expect(await response.text()).toBe('')
  })

  test.each([
    'Admin@https://contoso-uat.practice.localhost/',
    'Admin@https://contoso-prod.practice.localhost',
  ])('a token for %s is refused with the same challenge', async (bearer) => {
    const response = await environment.send('/data/CustomersV3', { user: bearer })
    expect(response.status).toBe(401)
    expect(response.headers.get('www-authenticate')).toBe(challenge)
  })

  test.each([
    ['an app that is not registered', 'stranger'],
    ['an app without a service principal', 'without-principal'],
    ['an app whose user is disabled', 'RETIRED'],
  ])('%s gets 401 without a word, and no challenge', async (_who, user) => {
    const response = await environment.send('/data/CustomersV3', { user })
    expect(response.status).toBe(401)
    expect(await response.text()).toBe('')
    expect(response.headers.get('www-authenticate')).toBeNull()
    expect(response.headers.get('p3p')).toContain('CP=')
  })

  test.each([
    ['NOROLES', '/data/CustomersV3', 403],
    ['NOROLES', '/data/$metadata', 200],
    ['NOROLES', '/data', 200],
    ['ARCLERK', '/data/CustomersV3?$top=1', 200],
    ['ARCLERK', '/data/LegalEntities', 200],
    ['ARCLERK', '/data/VendorsV2?$top=1', 403],
    ['ARCLERK', '/data/SysAADClients', 403],
    ['Admin', '/data/SysAADClients', 200],
  ])('%s reads %s: %i', async (user, path, status) => {
    const response = await environment.send(path, { user })
    expect(response.status).toBe(status)
    await response.text()
  })

  test('a refusal by role names the user and the data entity', async () => {
    const response = await environment.send('/data/VendorsV2', { user: 'ARCLERK' })
    expect(await response.json()).toMatchObject({
      error: { innererror: { message: expect.stringMatching(/ARCLERK.*VendVendorV2Entity/) } },
    })
  })
})

describe('what every answer carries', () => {
  test('ids for a support ticket, timing, and nothing that lets a browser in', async () => {
    const response = await environment.send('/data', {
      headers: { origin: 'https://elsewhere.test' },
    })
    expect(response.headers.get('ms-dyn-aid')).toMatch(/^[\da-f-]{36}$/)
    expect(response.headers.get('x-ms-request-id')).toBeTruthy()
    expect(response.headers.get('server-timing')).toMatch(/^total;dur=/)
    expect(response.headers.get('odata-version')).toBe('4.0')
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('content-type')).toBe(
      'application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8',
    )
  })

  test('a browser that opens the environment is sent to sign in', async () => {
    const response = await environment.send('/?mi=SysAADClientTable', { user: null })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toMatch(
      /^https:\/\/login\.practice\.localhost\/.*authorize/,
    )
  })
})

describe('what a person broke', () => {
  test.each([
    ['throttled', '/data', 429, 'Too many requests'],
    ['maintenance', '/data', 503, 'Maintenance'],
    ['login_page', '/data', 200, '<form'],
    ['read_fails', '/data/CustomersV3', 500, 'Cannot select a record'],
  ] as const)('%s: %s answers %i', async (...[fault, path, status, text]) => {
    const broken = testEnvironment()
    broken.break(fault)
    const response = await broken.send(path)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(text)
    expect(response.headers.get('retry-after')).toBe(status === 429 ? '5' : null)
    broken.break(undefined)
    expect((await broken.send('/data')).status).toBe(200)
  })

  test('a sign-in page in the way redirects who has no bearer', async () => {
    const broken = testEnvironment()
    broken.break('login_page')
    const response = await broken.send('/data', { user: null })
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toContain('https://login.practice.localhost/')
  })

  test('throttling is not for callers that are not let in', async () => {
    const broken = testEnvironment()
    broken.break('throttled')
    expect((await broken.send('/data', { user: null })).status).toBe(401)
  })
})
