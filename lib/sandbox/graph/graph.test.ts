import { decodeJwt } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamicsErp, graph } from '@/lib/sandbox/entra/resources'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { type Rig, type RigCall, startRig } from '@/lib/sandbox/practice-test-rig'
import { addSecret, grantConsent, registerApp } from '@/lib/sandbox/state/apps'
import { seedState } from '@/lib/sandbox/state/seed'
import { writeFileDurably } from '@/lib/sandbox/write-file'

const graphUrl = 'https://graph.practice.localhost'
const environmentUrl = 'https://contoso-uat.practice.localhost'
const nobody = 'c0ffee00-0000-4000-8000-000000000000'

let rig: Rig
let admin: Readonly<{ clientId: string; secret: string }>
let token: string

/** An app that may administer apps, as an administrator would have made it beforehand. */
async function plantAdmin(): Promise<void> {
  const state = seedState()
  state.delays.secret = 0
  const app = registerApp(state, {
    name: 'Provisioning',
    audience: 'AzureADMyOrg',
    redirectUris: [],
    permissions: graph.permissions
      .filter(({ value }) => value.endsWith('.ReadWrite.All'))
      .map(({ id, kind }) => ({ resourceAppId: graph.appId, id, kind })),
    servicePrincipal: true,
    now: rig.clock.now,
  })
  grantConsent(app, rig.clock.now)
  const expiresAtMs = rig.clock.now.getTime() + 86_400_000
  const { value } = addSecret(app, { description: '', expiresAtMs, now: rig.clock.now })
  admin = { clientId: app.clientId, secret: value }
  await writeFileDurably(`${rig.dir}/state.json`, JSON.stringify(state))
  await rig.restart()
}

beforeAll(async () => {
  rig = await startRig()
  await plantAdmin()
  token = await mint(admin.clientId, admin.secret, `${graphUrl}/.default`)
})
afterAll(() => rig.close())

async function mint(clientId: string, secret: string, scope: string): Promise<string> {
  const answer = await rig.call(
    `https://login.practice.localhost/${homeTenant.tenantId}/oauth2/v2.0/token`,
    {
      form: { grant_type: 'client_credentials', client_id: clientId, client_secret: secret, scope },
    },
  )
  return String(answer.json().access_token)
}

async function ask(path: string, call: Omit<RigCall, 'body'> & { json?: unknown } = {}) {
  const { json, ...rest } = call
  const answer = await rig.call(`${graphUrl}/v1.0/${path}`, {
    ...rest,
    headers: { authorization: `Bearer ${token}`, ...call.headers },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  })
  return { status: answer.status, headers: answer.headers, body: answer.text ? answer.json() : {} }
}

const codeOf = (body: Record<string, unknown>) =>
  (body.error as { code?: string } | undefined)?.code

describe('provisioning by machine', () => {
  test('makes an app, its principal, a secret and consent, and the token shows it', async () => {
    const app = await ask('applications', {
      method: 'POST',
      json: { displayName: 'Made by Graph', signInAudience: 'AzureADMyOrg' },
    })
    expect(app).toMatchObject({ status: 201, body: { displayName: 'Made by Graph' } })
    const { id, appId } = app.body as { id: string; appId: string }

    const end = '2026-08-01T00:00:00Z'
    const password = await ask(`applications/${id}/addPassword`, {
      method: 'POST',
      json: { passwordCredential: { displayName: 'by Graph', endDateTime: end } },
    })
    expect(password.body).toMatchObject({
      displayName: 'by Graph',
      endDateTime: '2026-08-01T00:00:00.000Z',
    })
    const secret = String(password.body.secretText)
    const bare = decodeJwt(await mint(appId, secret, `${environmentUrl}/.default`))
    expect(bare.oid).toBeUndefined()

    const principal = await ask('servicePrincipals', { method: 'POST', json: { appId } })
    expect(principal.status).toBe(201)
    const erp = await ask(`servicePrincipals(appId='${dynamicsErp.appId}')?$select=id,appRoles`)
    const roles = erp.body.appRoles as { id: string; value: string }[]
    expect(erp.body.oauth2PermissionScopes).toBeUndefined()
    const role = roles.find(({ value }) => value === 'Connector.FullAccess')
    const assigned = await ask(`servicePrincipals/${erp.body.id}/appRoleAssignedTo`, {
      method: 'POST',
      json: { principalId: principal.body.id, resourceId: erp.body.id, appRoleId: role?.id },
    })
    expect(assigned).toMatchObject({ status: 201, body: { principalDisplayName: 'Made by Graph' } })
    expect(decodeJwt(await mint(appId, secret, `${environmentUrl}/.default`))).toMatchObject({
      oid: principal.body.id,
      roles: ['Connector.FullAccess'],
    })

    await ask(`servicePrincipals/${erp.body.id}/appRoleAssignedTo/${assigned.body.id}`, {
      method: 'DELETE',
    })
    expect(decodeJwt(await mint(appId, secret, `${environmentUrl}/.default`)).roles).toBeUndefined()
    const gone = await ask(`applications/${id}/removePassword`, {
      method: 'POST',
      json: { keyId: password.body.keyId },
    })
    expect(gone.status).toBe(204)
    expect(await mint(appId, secret, `${environmentUrl}/.default`)).toBe('undefined')
  })

  test('never tells a secret again', async () => {
    const { body } = await ask(`applications(appId='${admin.clientId}')`)
    expect(JSON.stringify(body)).not.toContain(admin.secret)
    expect(body.passwordCredentials).toEqual([
      expect.objectContaining({ secretText: null, hint: admin.secret.slice(0, 3) }),
    ])
  })

  test('finds by filter, cuts to $top and selects', async () => {
    const { body } = await ask(
      `applications?$filter=${encodeURIComponent(`appId eq '${admin.clientId}'`)}&$select=appId&$top=1`,
    )
    expect(body.value).toEqual([{ appId: admin.clientId }])
    const all = await ask(
      `servicePrincipals?$filter=${encodeURIComponent("displayName eq 'Dynamics ERP'")}`,
    )
    expect(all.body.value).toHaveLength(1)
  })
})

describe('what Graph refuses', () => {
  test('answers in its own shape, with ids for support', async () => {
    const { status, headers, body } = await ask(`applications/${nobody}`, {
      headers: { 'client-request-id': nobody },
    })
    expect(status).toBe(404)
    expect(body).toEqual({
      error: {
        code: 'Request_ResourceNotFound',
        message: expect.stringContaining(nobody),
        innerError: {
          date: '2026-03-02T08:00:00',
          'request-id': headers['request-id'],
          'client-request-id': nobody,
        },
      },
    })
  })

  test.each([
    { path: 'users', method: 'GET', json: undefined, status: 400 },
    { path: 'applications?$top=0', method: 'GET', json: undefined, status: 400 },
    {
      path: "applications?$filter=startswith(displayName,'a')",
      method: 'GET',
      json: undefined,
      status: 400,
    },
    { path: 'applications', method: 'POST', json: undefined, status: 400 },
    { path: 'applications', method: 'POST', json: { displayName: 7 }, status: 400 },
    { path: 'servicePrincipals', method: 'POST', json: { appId: nobody }, status: 400 },
    { path: `servicePrincipals/${nobody}`, method: 'GET', json: undefined, status: 404 },
    {
      path: `servicePrincipals(appId='${graph.appId}')`,
      method: 'DELETE',
      json: undefined,
      status: 403,
    },
    { path: 'organization', method: 'GET', json: undefined, status: 403 },
  ] as const)(
    '$method $path with $json is answered with $status',
    async ({ path, status, ...call }) => {
      const answer = await ask(path, call)
      expect(answer.status).toBe(status)
      expect(codeOf(answer.body)).toMatch(/^[A-Z]/)
    },
  )

  test('a role that is given twice', async () => {
    const [role] = dynamicsErp.permissions
    const principal = await ask(`servicePrincipals(appId='${admin.clientId}')`)
    const json = {
      principalId: principal.body.id,
      resourceId: dynamicsErp.objectId,
      appRoleId: role?.id,
    }
    const path = `servicePrincipals/${dynamicsErp.objectId}/appRoleAssignedTo`
    expect((await ask(path, { method: 'POST', json })).status).toBe(201)
    expect((await ask(path, { method: 'POST', json })).status).toBe(400)
  })

  test('a second service principal of one app', async () => {
    const answer = await ask('servicePrincipals', {
      method: 'POST',
      json: { appId: admin.clientId },
    })
    expect(answer).toMatchObject({
      status: 409,
      body: { error: { code: 'Request_MultipleObjectsWithSameKeyValue' } },
    })
  })

  test.each([
    { what: 'no token', authorization: '', says: 'empty' },
    { what: 'rubbish', authorization: 'Bearer rubbish', says: 'CompactToken' },
  ])('$what', async ({ authorization, says }) => {
    const { status, body } = await ask('applications', { headers: { authorization } })
    expect(status).toBe(401)
    expect(JSON.stringify(body)).toContain(says)
  })

  test('a token for F&O, and one that has expired', async () => {
    const other = await mint(admin.clientId, admin.secret, `${environmentUrl}/.default`)
    const wrong = await ask('applications', { headers: { authorization: `Bearer ${other}` } })
    expect(JSON.stringify(wrong.body)).toContain('Invalid audience')
    const before = rig.clock.now
    rig.clock.now = new Date(before.getTime() + 3_601_000)
    const late = await ask('applications')
    rig.clock.now = before
    expect(late.status).toBe(401)
    expect(JSON.stringify(late.body)).toContain('expired')
  })
})
