import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamicsErp } from '@/lib/sandbox/entra/resources'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Rig, type RigAnswer, startRig } from '@/lib/sandbox/practice-test-rig'
import { issueClientCertificate } from '@/lib/sandbox/tls/issue'

const portal = 'https://portal.practice.localhost'
const environmentUrl = 'https://contoso-uat.practice.localhost'
const clientsPath = '/practice/finops/contoso-uat/clients'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
})
afterAll(() => rig.close())

const open = (path: string) => rig.call(portal + path)
const post = (path: string, form: Record<string, string> = {}, headers = {}) =>
  rig.call(portal + path, { form, headers })
const pass = (seconds: number) => {
  rig.clock.now = new Date(rig.clock.now.getTime() + seconds * 1000)
}

async function register(name: string): Promise<string> {
  const answer = await post('/practice/entra/apps/new', { name, audience: 'AzureADMyOrg' })
  expect(answer.status).toBe(303)
  return /apps\/([0-9a-f-]{36})\?done=app-created$/.exec(answer.headers.location ?? '')?.[1] ?? ''
}

async function makeSecret(
  clientId: string,
  life = '180',
): Promise<Readonly<{ keyId: string; value: string }>> {
  const form = { description: 'integration', expires: life }
  await post(`/practice/entra/apps/${clientId}/secrets/new`, form)
  const { text } = await open(`/practice/entra/apps/${clientId}/secrets`)
  const value =
    /<label for="(copy-value-[^"]+)">Value<\/label>[\s\S]*?id="\1"[^>]*value="([^"]+)"/.exec(
      text,
    )?.[2]
  const keyId = /<label for="(copy-secret-id-[^"]+)">[\s\S]*?id="\1"[^>]*value="([^"]+)"/.exec(
    text,
  )?.[2]
  return { keyId: keyId ?? '', value: value ?? '' }
}

async function mint(clientId: string, secret: string): Promise<RigAnswer> {
  return rig.call(`https://login.practice.localhost/${homeTenant.tenantId}/oauth2/v2.0/token`, {
    form: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: `${environmentUrl}/.default`,
    },
  })
}

const tokenOf = (answer: RigAnswer) => String(answer.json().access_token)
const codesOf = (answer: RigAnswer) => answer.json().error_codes
const readCustomers = (token: string) =>
  rig.call(`${environmentUrl}/data/CustomersV3?$top=1`, {
    headers: { authorization: `Bearer ${token}` },
  })

describe('the five steps, by its forms alone', () => {
  test('lead from nothing to a row of data', async () => {
    const clientId = await register('ODataIntegration')
    const secret = await makeSecret(clientId)
    expect(secret.value).toMatch(/^\w{3}8Q~[\w.~-]{34}$/)

    expect(codesOf(await mint(clientId, secret.value))).toEqual([7000215])
    pass(4)
    const bare = tokenOf(await mint(clientId, secret.value))
    expect(decodeJwt(bare).roles).toBeUndefined()

    const erp = `/practice/entra/apps/${clientId}/permissions/add/${dynamicsErp.appId}`
    const role = dynamicsErp.permissions.find(({ value }) => value === 'Connector.FullAccess')
    await post(erp, { permission: role?.id ?? '' })
    expect(decodeJwt(tokenOf(await mint(clientId, secret.value))).roles).toBeUndefined()
    await post(`/practice/entra/apps/${clientId}/permissions/consent`)
    const token = tokenOf(await mint(clientId, secret.value))
    expect(decodeJwt(token).roles).toEqual(['Connector.FullAccess'])

    expect((await readCustomers(token)).status).toBe(401)
    await post(`${clientsPath}/new`, {
      clientId,
      name: 'ODataIntegration',
      userId: 'ODataIntegration',
    })
    const read = await readCustomers(token)
    expect(read.status).toBe(200)
    expect(read.json().value).toHaveLength(1)
  })

  test('are undone by its forms, each with the failure that belongs to it', async () => {
    const clientId = await register('ToBreak')
    const app = `/practice/entra/apps/${clientId}`
    const secret = await makeSecret(clientId)
    const role = dynamicsErp.permissions[0]
    await post(`${app}/permissions/add/${dynamicsErp.appId}`, { permission: role?.id ?? '' })
    await post(`${app}/permissions/consent`)
    await post(`${clientsPath}/new`, { clientId, name: 'ToBreak', userId: 'Admin' })
    pass(4)
    const token = tokenOf(await mint(clientId, secret.value))
    expect((await readCustomers(token)).status).toBe(200)

    await post(`${app}/permissions/withdraw`, { resource: dynamicsErp.appId, id: role?.id ?? '' })
    expect(decodeJwt(tokenOf(await mint(clientId, secret.value))).roles).toBeUndefined()
    await post(`${clientsPath}/${clientId}/delete`)
    expect((await readCustomers(token)).status).toBe(401)
    await post(`${app}/principal/delete`)
    expect(decodeJwt(tokenOf(await mint(clientId, secret.value))).oid).toBeUndefined()
    await post(`${app}/disable`)
    expect(codesOf(await mint(clientId, secret.value))).toEqual([7000112])
    await post(`${app}/enable`)
    await post(`${app}/secrets/${secret.keyId}/expire`)
    expect(codesOf(await mint(clientId, secret.value))).toEqual([7000222])
    await post(`${app}/secrets/${secret.keyId}/delete`)
    expect(codesOf(await mint(clientId, secret.value))).toEqual([7000215])
    await post(`${app}/delete`)
    expect(codesOf(await mint(clientId, secret.value))).toEqual([700016])
  })
})

describe('a secret', () => {
  test('is shown once and kept as a hash alone', async () => {
    const clientId = await register('ShownOnce')
    const { value } = await makeSecret(clientId)
    const again = await open(`/practice/entra/apps/${clientId}/secrets`)
    expect(again.text).not.toContain(value)
    expect(again.text).toContain(`${value.slice(0, 3)}***`)
    expect(await readFile(join(rig.dir, 'state.json'), 'utf8')).not.toContain(value)
  })

  test('can be given an end date of its own, within 24 months', async () => {
    const clientId = await register('CustomEnd')
    const path = `/practice/entra/apps/${clientId}/secrets/new`
    const add = (endDate: string) => post(path, { expires: 'custom', endDate })
    expect((await add('2026-06-30')).status).toBe(303)
    for (const wrong of ['', 'tomorrow', '2020-01-01', '2031-01-01']) {
      const answer = await add(wrong)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('at most 24 months away')
    }
  })
})

describe('a certificate', () => {
  test('is taken in its public part alone', async () => {
    const clientId = await register('WithCertificate')
    const path = `/practice/entra/apps/${clientId}/certificates/new`
    const { certPem, keyPem } = await issueClientCertificate('CN=WithCertificate', new Date())
    expect((await post(path, { pem: certPem + keyPem })).text).toContain('holds a private key')
    expect((await post(path, { pem: 'rubbish' })).status).toBe(422)
    expect((await post(path, { pem: certPem })).status).toBe(303)
    expect((await open(`/practice/entra/apps/${clientId}/secrets`)).text).toContain(
      'Certificates (1)',
    )
    expect(await readFile(join(rig.dir, 'state.json'), 'utf8')).not.toContain('PRIVATE KEY')
  })
})

describe('forms', () => {
  test.each([
    { name: '', redirectUri: '', says: 'must not be empty' },
    { name: '<b>', redirectUri: '', says: 'cannot be used in a name' },
    { name: 'x', redirectUri: 'http://example.com', says: 'Must start with' },
    { name: 'x', redirectUri: 'nonsense', says: 'Must be a valid URL' },
    { name: 'x', redirectUri: 'javascript:alert(1)', says: 'Must start with' },
  ])(
    'registration with name "$name" and URI "$redirectUri" is refused',
    async ({ says, ...form }) => {
      const answer = await post('/practice/entra/apps/new', form)
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(says)
    },
  )

  test.each([
    { clientId: '', userId: 'Admin', says: 'Field Client Id must be filled in' },
    { clientId: 'ODataIntegration', userId: 'Admin', says: 'A client id is a GUID' },
    { clientId: 'c0ffee00-0000-4000-8000-000000000000', userId: '', says: 'Field User ID' },
    { clientId: 'c0ffee00-0000-4000-8000-000000000000', userId: 'Nobody', says: 'Field User ID' },
  ])('client "$clientId" for user "$userId" is refused', async ({ says, ...form }) => {
    const answer = await post(`${clientsPath}/new`, form)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(says)
  })

  test('one client id is registered once in an environment, and in each of them', async () => {
    const clientId = 'c0ffee00-0000-4000-8000-000000000001'
    const form = { clientId: ` ${clientId.toUpperCase()} `, name: 'Once', userId: 'Admin' }
    expect((await post(`${clientsPath}/new`, form)).status).toBe(303)
    expect((await post(`${clientsPath}/new`, form)).text).toContain('registered already')
    expect((await post('/practice/finops/contoso-prod/clients/new', form)).status).toBe(303)
  })

  test.each([
    { what: 'another origin', headers: { origin: 'https://evil.example' }, status: 403 },
    { what: 'a sandboxed frame', headers: { origin: 'null' }, status: 403 },
    { what: 'another site', headers: { 'sec-fetch-site': 'cross-site' }, status: 403 },
    { what: 'a sibling host', headers: { 'sec-fetch-site': 'same-site' }, status: 403 },
    { what: 'its own page', headers: { 'sec-fetch-site': 'same-origin' }, status: 303 },
    { what: 'its own origin', headers: { origin: portal }, status: 303 },
    {
      what: 'the app in front of it',
      headers: { origin: 'http://localhost:3000', 'x-forwarded-host': 'localhost:3000' },
      status: 303,
    },
    {
      what: 'a stranger through the app in front of it',
      headers: { origin: 'https://evil.example', 'x-forwarded-host': 'localhost:3000' },
      status: 403,
    },
    { what: 'a program', headers: {}, status: 303 },
  ])('a post from $what is answered with $status', async ({ headers, status }) => {
    expect((await post('/practice/faults', {}, headers)).status).toBe(status)
  })

  test('what is no form is refused', async () => {
    const json = {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'application/json' },
    } as const
    expect((await rig.call(`${portal}/practice/faults`, json)).status).toBe(415)
  })
})

describe('pages', () => {
  test('hold no markup that a person typed in', async () => {
    const clientId = await register("\"onfocus=alert(1) 'x'")
    const hostile = '<img src=x onerror=alert(1)>'
    await post(`/practice/entra/apps/${clientId}/secrets/new`, {
      description: hostile,
      expires: '90',
    })
    await post(`${clientsPath}/new`, { clientId, name: hostile, userId: 'Admin' })
    for (const path of [
      '/practice/entra/apps',
      `/practice/entra/apps/${clientId}`,
      `/practice/entra/apps/${clientId}/secrets`,
      clientsPath,
      `/practice/entra/apps/${encodeURIComponent(hostile)}`,
    ]) {
      const { text } = await open(path)
      expect(text).not.toContain('<img')
      expect(text).not.toContain('"onfocus')
    }
  })

  test('are marked as practice, styled from here alone and never stored', async () => {
    for (const path of ['/practice', '/practice/entra/apps', clientsPath, '/practice/faults']) {
      const { text, headers } = await open(path)
      expect(text).toContain('<strong>Practice</strong>')
      expect(text).not.toMatch(
        /<script(?! src="\/practice\/portal\.js")|style=|https?:\/\/(?!\S*practice)/,
      )
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
  })

  test.each([
    { path: '/practice/nowhere', status: 404 },
    { path: '/practice/entra/apps/c0ffee00-0000-4000-8000-000000000000', status: 404 },
    { path: '/practice/entra/apps/%', status: 404 },
    { path: '/practice/finops/contoso-dev/clients', status: 404 },
    { path: '/practice/faults/reset', status: 405 },
    { path: '/', status: 302 },
  ])('$path answers $status', async ({ path, status }) => {
    expect((await open(path)).status).toBe(status)
  })

  test('a notice is one of its own sentences, whatever the URL says', async () => {
    expect((await open('/practice?done=reset')).text).toContain(
      'Everything is as on the first day.',
    )
    expect((await open('/practice?done=constructor')).text).not.toContain('role="status"')
  })
})

describe('breaking things', () => {
  const setFault = (fault: string) => post('/practice/faults', { 'fault-contoso-uat': fault })

  test('changes what the environment answers, and is mended again', async () => {
    const clientId = await register('Faults')
    const { value } = await makeSecret(clientId)
    await post(`${clientsPath}/new`, { clientId, name: 'Faults', userId: 'Admin' })
    pass(4)
    const token = tokenOf(await mint(clientId, value))
    const statuses: Record<string, number> = {}
    const expected = {
      throttled: 429,
      read_fails: 500,
      maintenance: 503,
      bad_gateway: 502,
      gateway_timeout: 504,
      firewall: 403,
      none: 200,
    }
    for (const fault of Object.keys(expected)) {
      await setFault(fault)
      statuses[fault] = (await readCustomers(token)).status
    }
    expect(statuses).toEqual(expected)
    await setFault('garbage')
    const garbage = await readCustomers(token)
    expect(garbage.status).toBe(200)
    expect(() => garbage.json()).toThrow(SyntaxError)
    await setFault('login_page')
    expect((await readCustomers(token)).headers['content-type']).toContain('text/html')
    await setFault('nonsense')
    expect((await readCustomers(token)).status).toBe(200)
  })

  test('Entra refuses an app, and no other, with the code that was asked for', async () => {
    const [clientId, other] = [await register('Refused'), await register('Other')]
    const { value } = await makeSecret(clientId)
    const otherSecret = await makeSecret(other)
    pass(4)
    const refuse = (code: string) =>
      post('/practice/faults/refusals', { [`refusal-${clientId}`]: code })
    await refuse('65001')
    expect(codesOf(await mint(clientId, 'Wrong~secret'))).toEqual([7000215])
    expect(codesOf(await mint(clientId, value))).toEqual([65001])
    expect((await mint(other, otherSecret.value)).status).toBe(200)
    await refuse('90033')
    expect(codesOf(await mint(clientId, 'Wrong~secret'))).toEqual([90033])
    expect((await open('/practice/faults')).text).toContain('AADSTS90033, Service unavailable')
    await refuse('12345')
    expect((await mint(clientId, value)).status).toBe(200)
  })

  test('a user can be disabled', async () => {
    const clientId = await register('Mapped')
    const { value } = await makeSecret(clientId)
    await post(`${clientsPath}/new`, { clientId, name: 'Mapped', userId: 'ODataIntegration' })
    pass(4)
    const token = tokenOf(await mint(clientId, value))
    expect((await readCustomers(token)).status).toBe(200)
    await post('/practice/finops/contoso-uat/users/ODataIntegration', { company: 'usmf' })
    expect((await readCustomers(token)).status).not.toBe(200)
  })

  test('delays are as chosen, within bounds', async () => {
    await post('/practice/faults', {
      'delay-app': '15',
      'delay-secret': '0',
      'delay-consent': '-1',
    })
    const clientId = await register('Delayed')
    const { value } = await makeSecret(clientId)
    expect(codesOf(await mint(clientId, value))).toEqual([700016])
    pass(15)
    expect((await mint(clientId, value)).status).toBe(200)
    await post('/practice/faults', { 'delay-app': '0', 'delay-secret': '4' })
  })

  test('reset leaves nothing of it', async () => {
    const clientId = await register('Gone')
    expect((await post('/practice/faults/reset')).headers.location).toBe('/practice?done=reset')
    expect((await open(`/practice/entra/apps/${clientId}`)).status).toBe(404)
    expect((await open('/practice/entra/apps')).text).toContain('No application is registered yet')
  })
})

test('twenty people registering at once lose nothing, not even over a restart', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, (_, index) => register(`App ${index}`)))
  expect(new Set(ids).size).toBe(20)
  await rig.restart()
  const { text } = await open('/practice/entra/apps')
  for (const id of ids) expect(text).toContain(id)
})
