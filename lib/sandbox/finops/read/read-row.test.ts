import { describe, expect, test } from 'vitest'
import { origin, rowsOf, testEnvironment } from '@/lib/sandbox/finops/test-environment'

const environment = testEnvironment()
const customer = "/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')"

describe('one row by its key', () => {
  test('comes with its context, its etag and all its fields', async () => {
    const response = await environment.send(customer)
    const row: Record<string, unknown> = await response.json()
    expect(row).toMatchObject({
      '@odata.context': `${origin}/data/$metadata#CustomersV3/$entity`,
      '@odata.etag': expect.stringMatching(/^W\/"Jz[A-Za-z0-9+/]+=*"$/),
      dataAreaId: 'usmf',
      CustomerAccount: 'US-001',
    })
    expect(response.headers.get('etag')).toBe(row['@odata.etag'])
    expect(Object.keys(row).slice(0, 4)).toEqual([
      '@odata.context',
      '@odata.etag',
      'dataAreaId',
      'CustomerAccount',
    ])
  })

  test.each([
    "CustomersV3('US-001')",
    "CustomersV3(CustomerAccount='US-001')",
    "CustomersV3(dataAreaId='usmf',CustomerAccount='US-001',Extra='x')",
    "CustomersV3(dataAreaId='usmf',customeraccount='US-001')",
    "CustomersV3(dataAreaId='usmf',CustomerAccount=5)",
    "CustomersV3('{'dataAreaId': 'usmf', 'CustomerAccount': 'US-001'}')",
    'CustomersV3()',
    "CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')/OrganizationName",
    "CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')/CustomerGroup/Name",
    'CustomersV3/$value',
  ])('%s has no route', async (path) => {
    const response = await environment.send(`/data/${path}`)
    expect(response.status).toBe(404)
    const body: { Message: string } = await response.json()
    expect(Object.keys(body)).toEqual(['Message'])
    expect(body.Message).toMatch(
      /^No HTTP resource was found that matches the request URI 'https:\/\/contoso-uat.*'\. No route data was found for this request\.$/s,
    )
  })

  test('a row of another company needs cross-company', async () => {
    const path = "/data/CustomersV3(dataAreaId='demf',CustomerAccount='DE-001')"
    expect((await environment.send(path)).status).toBe(404)
    expect((await environment.send(`${path}?cross-company=true`)).status).toBe(200)
  })

  test.each([
    "dataAreaId='USMF',CustomerAccount='us-001'",
    "CustomerAccount='US-001',dataAreaId='usmf'",
    '%20dataAreaId=%27usmf%27%2CCustomerAccount=%27US-001%27',
  ])('the key (%s) finds it too', async (key) => {
    expect((await environment.send(`/data/CustomersV3(${key})`)).status).toBe(200)
  })
})

describe('what belongs to a row', () => {
  test('lines of an order come expanded, by navigation, and by filter alike', async () => {
    const order = "SalesOrderHeadersV2(dataAreaId='usmf',SalesOrderNumber='000007')"
    const expanded = await environment.read(`/data/${order}?$expand=SalesOrderLines`)
    const navigated = rowsOf(await environment.read(`/data/${order}/SalesOrderLines`))
    const filtered = rowsOf(
      await environment.read("/data/SalesOrderLines?$filter=SalesOrderNumber eq '000007'"),
    )
    expect(navigated.length).toBeGreaterThan(1)
    expect(expanded.SalesOrderLines).toEqual(navigated)
    expect(filtered).toEqual(navigated)
    expect(navigated.map((row) => row.LineNumber)).toEqual(
      navigated.map((_row, index) => index + 1),
    )
  })

  test('a line leads back to its order, and a customer to its group', async () => {
    const line = await environment.read(
      "/data/SalesOrderLines(dataAreaId='usmf',InventoryLotId='000020')?$expand=SalesOrderHeaderV2($select=SalesOrderNumber)",
    )
    expect(line.SalesOrderHeaderV2).toMatchObject({ SalesOrderNumber: line.SalesOrderNumber })
    const group = await environment.read(`${customer}/CustomerGroup`)
    expect(group['@odata.context']).toBe(`${origin}/data/$metadata#CustomerGroups/$entity`)
  })

  test('every order has its lines and every line has an order', async () => {
    const orders = rowsOf(
      await environment.read(
        '/data/SalesOrderHeadersV2?$expand=SalesOrderLines($select=InventoryLotId)&cross-company=true&$select=SalesOrderNumber',
      ),
    )
    const lines = orders.flatMap((row) => row.SalesOrderLines as unknown[])
    const count = await (
      await environment.send('/data/SalesOrderLines/$count?cross-company=true')
    ).text()
    expect(lines).toHaveLength(Number(count))
  })

  test('$select inside $expand is named in the context, as F&O names it', async () => {
    const answer = await environment.read(
      '/data/SalesOrderHeadersV2?$top=1&$select=SalesOrderNumber&$expand=SalesOrderLines($select=InventoryLotId,ItemNumber)',
    )
    expect(answer['@odata.context']).toBe(
      `${origin}/data/$metadata#SalesOrderHeadersV2(SalesOrderNumber,SalesOrderLines,SalesOrderLines(InventoryLotId,ItemNumber))`,
    )
    expect(Object.keys(rowsOf(answer)[0] ?? {})).toEqual([
      '@odata.etag',
      'SalesOrderNumber',
      'SalesOrderLines',
    ])
  })

  test('a journal is balanced by its lines', async () => {
    const [journal] = rowsOf(
      await environment.read('/data/LedgerJournalHeaders?$top=1&$expand=LedgerJournalLine'),
    )
    const lines = journal?.LedgerJournalLine as { DebitAmount: number; CreditAmount: number }[]
    const debit = lines.reduce((sum, line) => sum + line.DebitAmount, 0)
    expect(debit).toBeCloseTo(Number(journal?.JournalTotalDebit))
    expect(lines.reduce((sum, line) => sum + line.CreditAmount, 0)).toBeCloseTo(debit)
  })
})

describe('how much metadata', () => {
  test('full adds types, ids, links; none leaves only the fields', async () => {
    const path = "/data/CustomerGroups(dataAreaId='usmf',CustomerGroupId='10')"
    const full = await environment.read(path, {
      headers: { accept: 'application/json;odata.metadata=full' },
    })
    expect(full).toMatchObject({
      '@odata.type': '#Microsoft.Dynamics.DataEntities.CustomerGroup',
      '@odata.id': `${origin}${path}`,
      '@odata.editLink': "CustomerGroups(dataAreaId='usmf',CustomerGroupId='10')",
      'IsSalesTaxIncludedInPrice@odata.type': '#Microsoft.Dynamics.DataEntities.NoYes',
    })
    const none = await environment.read(path, {
      headers: { accept: 'application/json;odata.metadata=none' },
    })
    expect(Object.keys(none).filter((name) => name.includes('@'))).toEqual([])
  })

  test('decimals come as text for who asks for IEEE754 compatibility', async () => {
    const row = await environment.read(`${customer}?$select=CreditLimit`, {
      headers: { accept: 'application/json;IEEE754Compatible=true' },
    })
    expect(row.CreditLimit).toMatch(/^\d+$/)
  })
})
