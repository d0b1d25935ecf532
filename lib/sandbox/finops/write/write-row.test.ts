import { describe, expect, test } from 'vitest'
import { origin, rowsOf, testEnvironment } from '@/lib/sandbox/finops/test-environment'

const json = (body: unknown, method = 'POST', headers = {}) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', ...headers },
})
const messageOf = async (response: Response) => {
  const body: { error: { innererror: { message: string } } } = await response.json()
  return body.error.innererror.message
}

describe('writing rows', () => {
  test('a new row is answered whole, with its place, and is read back everywhere', async () => {
    const { send, read } = testEnvironment()
    const response = await send(
      '/data/CustomersV3',
      json({ CustomerAccount: 'NEW-1', OrganizationName: 'Añil & Co', CustomerGroupId: '10' }),
    )
    expect(response.status).toBe(201)
    expect(response.headers.get('location')).toBe(
      `${origin}/data/CustomersV3(dataAreaId='usmf',CustomerAccount='NEW-1')`,
    )
    expect(await response.json()).toMatchObject({
      dataAreaId: 'usmf',
      CustomerAccount: 'NEW-1',
      CreditLimit: 0,
      OnHoldStatus: 'No',
    })
    expect(
      await read("/data/CustomersV3(dataAreaId='usmf',CustomerAccount='new-1')"),
    ).toMatchObject({ OrganizationName: 'Añil & Co' })
    expect(rowsOf(await read("/data/CustomersV3?$filter=CustomerAccount eq 'NEW-1'"))).toHaveLength(
      1,
    )
    expect(
      rowsOf(
        await read("/data/CustomersV3?$filter=OrganizationName eq '*ñil*'&$orderby=CreditLimit"),
      ),
    ).toHaveLength(1)
    expect(rowsOf(await read("/data/Customers?$filter=CustomerAccount eq 'NEW-1'"))).toHaveLength(1)
    expect(
      rowsOf(
        await read("/data/CustomersV3?$filter=CustomerAccount eq 'NEW-1'", { user: 'GERMAN' }),
      ),
    ).toEqual([])
  })

  test('a change makes a new etag, and who knows only the old one gets 412', async () => {
    const { send, read } = testEnvironment()
    const path = "/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-002')"
    const before = await read(path)
    const patch = (etag: string, limit: number) =>
      send(path, json({ CreditLimit: limit }, 'PATCH', { 'if-match': etag }))
    expect((await patch(String(before['@odata.etag']), 1)).status).toBe(204)
    const after = await read(path)
    expect(after['@odata.etag']).not.toBe(before['@odata.etag'])
    expect(after).toMatchObject({ CreditLimit: 1, OrganizationName: before.OrganizationName })
    expect((await patch(String(before['@odata.etag']), 2)).status).toBe(412)
    expect((await read(path)).CreditLimit).toBe(1)
    expect((await patch('*', 3)).status).toBe(204)
    expect(rowsOf(await read('/data/CustomersV3?$filter=CreditLimit eq 3'))).toHaveLength(1)
    expect(
      (
        await send(path, {
          method: 'DELETE',
          headers: { 'if-match': String(before['@odata.etag']) },
        })
      ).status,
    ).toBe(412)
  })

  test('a deleted row is gone from reads and counts', async () => {
    const { send, read } = testEnvironment()
    const path = "/data/VendorsV2(dataAreaId='usmf',VendorAccountNumber='US-V0003')"
    const count = async () => Number(await (await send('/data/VendorsV2/$count')).text())
    const before = await count()
    expect((await send(path, { method: 'DELETE' })).status).toBe(204)
    expect((await send(path)).status).toBe(404)
    expect(await count()).toBe(before - 1)
    expect(rowsOf(await read('/data/VendorsV2')).length).toBe(before - 1)
    expect(rowsOf(await read('/data/VendorsV2?$skip=2&$top=1'))[0]).toMatchObject({
      VendorAccountNumber: 'US-V0004',
    })
  })

  test.each([
    [
      'CustomersV3',
      { OrganizationName: 'x', CustomerGroupId: 'Local' },
      500,
      /^Write failed for table row of type 'CustCustomerV3Entity'\. Infolog: Warning: The value 'Local' in field 'Customer group id' is not found in the related table/,
    ],
    ['CustomersV3', { CustomerGroupId: '10' }, 500, /Field 'Organization name' must be filled in/],
    [
      'CustomerGroups',
      { CustomerGroupId: '10', Description: 'again' },
      500,
      /Cannot create a record.*\nThe record already exists/,
    ],
    [
      'CustomersV3',
      { dataAreaId: 'nope', OrganizationName: 'x', CustomerGroupId: '10' },
      500,
      /Company nope does not exist/,
    ],
    ['CustomersV3', { Foo: 1 }, 400, /The property 'Foo' does not exist on type/],
    [
      'CustomersV3',
      { OrganizationName: 5 },
      400,
      /Cannot convert a value to target type 'Edm.String'/,
    ],
    [
      'CustomersV3',
      { OnHoldStatus: 'Perhaps' },
      400,
      /Cannot convert a value to target type 'Microsoft\.Dynamics\.DataEntities\.CustVendorBlocked'/,
    ],
    ['CustomersV3', [], 400, /A JSON object was expected/],
    ['SystemUsers', { UserID: 'x' }, 500, /read-only/],
  ])('%s refuses %j with %i', async (...[set, body, status, message]) => {
    const response = await testEnvironment().send(`/data/${set}`, json(body))
    expect(response.status).toBe(status)
    expect(await messageOf(response)).toMatch(message)
  })

  test('a key field cannot be edited, and a body that is not JSON is not read', async () => {
    const { send } = testEnvironment()
    const path = "/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-002')"
    expect(
      await messageOf(await send(path, json({ CustomerAccount: 'other' }, 'PATCH'))),
    ).toContain("Field 'CustomerAccount' cannot be edited")
    expect(
      (
        await send('/data/CustomersV3', {
          method: 'POST',
          body: '<a/>',
          headers: { 'content-type': 'application/xml' },
        })
      ).status,
    ).toBe(415)
    expect(await messageOf(await send('/data/CustomersV3', { ...json({}), body: '{' }))).toBe(
      'Invalid JSON.',
    )
  })

  test.each([
    ['DELETE', '/data/CustomersV3', 'GET, POST'],
    [
      'POST',
      "/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-002')",
      'GET, PATCH, PUT, DELETE',
    ],
    ['POST', '/data/$metadata', 'GET'],
    ['DELETE', '/data', 'GET'],
    ['POST', '/metadata/DataEntities', undefined],
  ])('%s %s is 405 or has no route', async (method, path, allow) => {
    const response = await testEnvironment().send(path, { method })
    expect(response.status).toBe(allow === undefined ? 404 : 405)
    expect(response.headers.get('allow')).toBe(allow ?? null)
  })

  test('a reader without the right role may not write', async () => {
    const { send } = testEnvironment()
    expect((await send('/data/LegalEntities', { ...json({}), user: 'ARCLERK' })).status).toBe(403)
    expect((await send('/data/VendorsV2', { ...json({}), user: 'ARCLERK' })).status).toBe(403)
  })
})

describe('registrations', () => {
  const client = '6d1e0a53-93a1-4d0c-8f3e-0d0b7f0a5b11'

  test('a posted SysAADClients row lets that app in; deleting it shuts it out', async () => {
    const { send, state } = testEnvironment()
    expect((await send('/data', { user: client })).status).toBe(401)
    const created = await send(
      '/data/SysAADClients',
      json({ AADClientId: client.toUpperCase(), Name: 'Integration', UserId: 'arclerk' }),
    )
    expect(created.status).toBe(201)
    expect(state.listRegistrations()).toContainEqual({
      clientId: client,
      name: 'Integration',
      userId: 'ARCLERK',
      createdAtMs: 0,
    })
    expect((await send('/data', { user: client })).status).toBe(200)
    expect((await send(`/data/SysAADClients('${client}')`, { method: 'DELETE' })).status).toBe(204)
    expect((await send('/data', { user: client })).status).toBe(401)
  })

  test('a user that does not exist is refused by the infolog', async () => {
    const { send, state } = testEnvironment()
    const response = await send(
      '/data/SysAADClients',
      json({ AADClientId: client, Name: 'x', UserId: 'nobody' }),
    )
    expect(response.status).toBe(500)
    expect(await messageOf(response)).toContain(
      "The value 'nobody' in field 'User ID' is not found",
    )
    expect(state.isRegistered(client)).toBeUndefined()
  })
})

describe('actions', () => {
  const namespace = 'Microsoft.Dynamics.DataEntities'

  test('bound to one row: a confirmation, or the reason why not', async () => {
    const { send, read } = testEnvironment()
    const orders = rowsOf(await read('/data/SalesOrderHeadersV2?$top=40'))
    const open = orders.find((row) => row.SalesOrderStatus === 'Backorder')
    const closed = orders.find((row) => row.SalesOrderStatus === 'Invoiced')
    const confirm = (number: unknown) =>
      send(
        `/data/SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='${number}')/${namespace}.confirm`,
        { method: 'POST' },
      )
    const done = await confirm(open?.SalesOrderNumber)
    expect(await done.json()).toEqual({
      '@odata.context': `${origin}/data/$metadata#Edm.String`,
      value: `${open?.SalesOrderNumber}-1`,
    })
    const refused = await confirm(closed?.SalesOrderNumber)
    expect(refused.status).toBe(500)
    expect(await messageOf(refused)).toMatch(
      /^Exception occurred while executing action confirm on Entity SalesOrderHeaderV2: .*Invoiced/,
    )
  })

  test('bound to the collection, and unknown ones', async () => {
    const { send } = testEnvironment()
    const call = (name: string, body: object) =>
      send(`/data/DataManagementDefinitionGroups/${namespace}.${name}`, json(body))
    expect(
      await (await call('GetExecutionSummaryStatus', { executionId: 'x' })).json(),
    ).toMatchObject({ value: 'Succeeded' })
    expect(await messageOf(await call('ExportToPackage', { definitionGroupId: 'none' }))).toContain(
      'Definition group none does not exist',
    )
    expect((await call('Nothing', {})).status).toBe(404)
    expect(
      (await send(`/data/DataManagementDefinitionGroups/${namespace}.ExportToPackage`)).status,
    ).toBe(405)
  })
})
