import { describe, expect, test } from 'vitest'
import { rowsOf, testEnvironment } from '@/lib/sandbox/finops/test-environment'

const environment = testEnvironment()
const noYes = "Microsoft.Dynamics.DataEntities.NoYes'Yes'"
const names = async (path: string, field: string) =>
  rowsOf(await environment.read(path)).map((row) => row[field])

describe('which rows', () => {
  test('only those of the default company, unless all are asked for', async () => {
    const own = new Set(await names('/data/CustomersV3', 'dataAreaId'))
    expect([...own]).toEqual(['usmf'])
    const all = new Set(await names('/data/CustomersV3?cross-company=true', 'dataAreaId'))
    expect([...all].sort()).toEqual(['demf', 'frrt', 'gbsi', 'usmf', 'usrt'])
  })

  test('another company is empty without cross-company, as people find out', async () => {
    const filter = "$filter=dataAreaId eq 'usrt'"
    expect(await names(`/data/CustomersV3?${filter}`, 'dataAreaId')).toEqual([])
    const rows = await names(`/data/CustomersV3?${filter}&cross-company=true`, 'dataAreaId')
    expect(rows.length).toBeGreaterThan(10)
    expect(new Set(rows)).toEqual(new Set(['usrt']))
  })

  test('the default company is the one of the mapped user', async () => {
    const { value } = await environment.read('/data/CustomersV3?$top=3', { user: 'GERMAN' })
    expect(value).toEqual(expect.arrayContaining([expect.objectContaining({ dataAreaId: 'demf' })]))
    expect(
      (
        await environment.send("/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')", {
          user: 'GERMAN',
        })
      ).status,
    ).toBe(404)
  })

  test('they are the same at every start, and others with another size', async () => {
    const path = '/data/SalesOrderLines?$top=5'
    expect(await testEnvironment().read(path)).toEqual(await environment.read(path))
  })

  test.each([
    ["CustomerGroupId eq '10'", (row: Record<string, unknown>) => row.CustomerGroupId === '10'],
    ["CustomerGroupId ne '10'", (row: Record<string, unknown>) => row.CustomerGroupId !== '10'],
    ['CreditLimit gt 100000', (row: Record<string, unknown>) => Number(row.CreditLimit) > 100_000],
    [
      'CreditLimit ge 100000 and CreditLimit le 150000',
      (row: Record<string, unknown>) =>
        Number(row.CreditLimit) >= 100_000 && Number(row.CreditLimit) <= 150_000,
    ],
    [
      'CreditLimit lt 50000 or CreditLimit gt 190000',
      (row: Record<string, unknown>) =>
        Number(row.CreditLimit) < 50_000 || Number(row.CreditLimit) > 190_000,
    ],
    [
      "not (CustomerGroupId eq '10')",
      (row: Record<string, unknown>) => row.CustomerGroupId !== '10',
    ],
    [
      'CreditLimit add 500 eq 100500',
      (row: Record<string, unknown>) => Number(row.CreditLimit) === 100_000,
    ],
    [
      'CreditLimit divby 1000 gt 150.5',
      (row: Record<string, unknown>) => Number(row.CreditLimit) / 1000 > 150.5,
    ],
    [
      'OrganizationNumberOfEmployees mod 2 eq 0',
      (row: Record<string, unknown>) => Number(row.OrganizationNumberOfEmployees) % 2 === 0,
    ],
    [
      'OrganizationNumberOfEmployees div 100 eq 3',
      (row: Record<string, unknown>) =>
        Math.trunc(Number(row.OrganizationNumberOfEmployees) / 100) === 3,
    ],
    [`AllowOnAccount eq ${noYes}`, (row: Record<string, unknown>) => row.AllowOnAccount === 'Yes'],
    [`AllowOnAccount ne ${noYes}`, (row: Record<string, unknown>) => row.AllowOnAccount === 'No'],
    [
      "OrganizationName eq '*retail*'",
      (row: Record<string, unknown>) => /retail/i.test(String(row.OrganizationName)),
    ],
    [
      "OrganizationName ne '*retail*'",
      (row: Record<string, unknown>) => !/retail/i.test(String(row.OrganizationName)),
    ],
    [
      "OrganizationName eq 'cedar*'",
      (row: Record<string, unknown>) => /^cedar/i.test(String(row.OrganizationName)),
    ],
    [
      "OrganizationName eq '*AUDIO'",
      (row: Record<string, unknown>) => /audio$/i.test(String(row.OrganizationName)),
    ],
    [
      "AddressCity gt 'M'",
      (row: Record<string, unknown>) => String(row.AddressCity).toLowerCase() > 'm',
    ],
    ['CredManCustomerSince eq 1900-01-01T00:00:00Z', () => true],
    ['CredManCustomerSince gt 2024-01-01', () => false],
    ["DATAAREAID eq 'x'".replace('DATAAREAID', 'dataAreaId').replace('x', 'USMF'), () => true],
    ['SalesMemo eq null', () => true],
  ])('$filter=%s', async (filter, isRight) => {
    const all = rowsOf(await environment.read('/data/CustomersV3'))
    const found = rowsOf(
      await environment.read(`/data/CustomersV3?$filter=${encodeURIComponent(filter)}`),
    )
    expect(found.map((row) => row.CustomerAccount)).toEqual(
      all.filter(isRight).map((row) => row.CustomerAccount),
    )
  })

  test.each([
    [
      'Foo eq 1',
      "Could not find a property named 'Foo' on type 'Microsoft.Dynamics.DataEntities.CustomerV3'.",
    ],
    ["CustomerAccount eqq 'x'", "Syntax error at position 16 in 'CustomerAccount eqq 'x''."],
    [
      "CustomerAccount eq 'x",
      "There is an unterminated string literal at position 21 in 'CustomerAccount eq 'x'.",
    ],
    ['CustomerAccount eq', "Expression expected at position 18 in 'CustomerAccount eq'."],
    [
      'CustomerAccount eq 5',
      "A binary operator with incompatible types was detected. Found operand types 'Edm.String' and 'Edm.Int32' for operator kind 'Equal'.",
    ],
    [
      "AllowOnAccount eq 'Yes'",
      "A binary operator with incompatible types was detected. Found operand types 'Microsoft.Dynamics.DataEntities.NoYes' and 'Edm.String' for operator kind 'Equal'.",
    ],
    [
      `AllowOnAccount gt ${noYes}`,
      "A binary operator with incompatible types was detected. Found operand types 'Microsoft.Dynamics.DataEntities.NoYes' and 'Microsoft.Dynamics.DataEntities.NoYes' for operator kind 'GreaterThan'.",
    ],
    [
      "AllowOnAccount eq Microsoft.Dynamics.DataEntities.NoYes'Maybe'",
      "The string 'Microsoft.Dynamics.DataEntities.NoYes'Maybe'' is not a valid enumeration type constant.",
    ],
    ["contains(CustomerAccount,'1')", "The function 'contains' is not supported."],
    ["CustomerAccount in ('US-001')", "The operator 'in' is not supported."],
    [`AllowOnAccount has ${noYes}`, "The operator 'has' is not supported."],
    ['Lines/any(l:l/x eq 1)', "The lambda operator 'any' is not supported."],
    ['CreditLimit add 1', 'The $filter expression must evaluate to a single boolean value.'],
  ])('$filter=%s is refused as F&O refuses it', async (filter, message) => {
    const response = await environment.send(
      `/data/CustomersV3?$filter=${encodeURIComponent(filter)}`,
    )
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      error: { code: '', message: 'An error has occurred.', innererror: { message } },
    })
  })

  test.each([
    ['$orderby=Foo', "Could not find a property named 'Foo'"],
    ['$select=Foo', "Could not find a property named 'Foo'"],
    ['$expand=Foo', "Could not find a property named 'Foo'"],
    ['$top=-1', 'Invalid value for query option'],
    ['$top=1&$top=2', 'specified more than once'],
    ['$apply=aggregate($count)', "The query option '$apply' is not supported."],
    ['$skiptoken=zzz', "The skip token 'zzz' is not valid."],
    ['$expand=CustomerGroup($expand=X)', 'too deep'],
    ['$filter=%E0%A4%A', 'Syntax error'],
  ])('?%s is refused with 400', async (query, message) => {
    const response = await environment.send(`/data/CustomersV3?${query}`)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(message)
  })
})

describe('order and paging', () => {
  test.each([
    ['SalesOrderLines', 'LineAmount desc,InventoryLotId'],
    ['SalesOrderLines', 'ItemNumber'],
    ['CustomersV3', 'OrganizationName desc,CreditLimit desc'],
  ])('%s ordered by %s comes whole, in order, page by page', async (set, order) => {
    const query = `/data/${set}?$orderby=${order}&cross-company=true&$count=true`
    const whole = rowsOf(await environment.read(query))
    const paged: Record<string, unknown>[] = []
    let path: string | undefined = query
    while (path !== undefined) {
      const page: Record<string, unknown> = await environment.read(path, {
        headers: { prefer: 'odata.maxpagesize=677' },
      })
      expect(rowsOf(page).length).toBeLessThanOrEqual(677)
      paged.push(...rowsOf(page))
      const link = page['@odata.nextLink']
      path = typeof link === 'string' ? link.replace(/^https:\/\/[^/]+/, '') : undefined
    }
    expect(paged).toEqual(whole)
    const [first = ''] = order.split(/[ ,]/)
    const keys = whole.map((row) => row[first])
    const sorted = [...keys].sort((left, right) => {
      const [a, b] = [left, right].map((key) =>
        typeof key === 'number' ? key : String(key).toLowerCase(),
      )
      if (a === undefined || b === undefined || a === b) return 0
      return (a < b ? -1 : 1) * (order.includes(`${first} desc`) ? -1 : 1)
    })
    expect(keys).toEqual(sorted)
  })

  test('pages without an order have every row once, whatever $top, $skip and $filter say', async () => {
    const query =
      '/data/SalesOrderLines?cross-company=true&$top=700&$skip=100&$filter=OrderedSalesQuantity gt 20'
    const whole = rowsOf(await environment.read(query))
    expect(whole).toHaveLength(700)
    const paged: unknown[] = []
    let path: string | undefined = query
    while (path !== undefined) {
      const page: Record<string, unknown> = await environment.read(path, {
        headers: { prefer: 'odata.maxpagesize=300' },
      })
      paged.push(...rowsOf(page))
      const link = page['@odata.nextLink']
      path = typeof link === 'string' ? link.replace(/^https:\/\/[^/]+/, '') : undefined
    }
    expect(paged).toEqual(whole)
  })

  test('never more than 10,000 rows come at once, and the link leads to the rest', async () => {
    const big = testEnvironment(21_000)
    const path = '/data/SalesOrderLines?cross-company=true&$select=InventoryLotId'
    const first = await big.read(path)
    expect(rowsOf(first)).toHaveLength(10_000)
    expect(String(first['@odata.nextLink'])).toMatch(
      /^https:\/\/contoso-uat\.practice\.localhost\/data\/SalesOrderLines\?.*\$skiptoken=/,
    )
    const count = await (await big.send('/data/SalesOrderLines/$count?cross-company=true')).text()
    const { pathname, search } = new URL(String(first['@odata.nextLink']))
    const second = await big.read(pathname + search)
    const third = await big.read(
      new URL(String(second['@odata.nextLink'])).pathname +
        new URL(String(second['@odata.nextLink'])).search,
    )
    expect(third['@odata.nextLink']).toBeUndefined()
    expect(20_000 + rowsOf(third).length).toBe(Number(count))
  })

  test('a deep $skip lands where the whole order says', async () => {
    const order =
      '$orderby=LineAmount desc&$select=LineAmount,InventoryLotId,dataAreaId&cross-company=true'
    const whole = rowsOf(await environment.read(`/data/SalesOrderLines?${order}`))
    const part = rowsOf(await environment.read(`/data/SalesOrderLines?${order}&$skip=1500&$top=7`))
    expect(part).toEqual(whole.slice(1500, 1507))
  })

  test('a $skip beyond what is held at once still lands in its place', async () => {
    const big = testEnvironment(120_000)
    const path = '/data/SalesOrderLines?$orderby=InventoryLotId&$select=InventoryLotId'
    const rows = rowsOf(await big.read(`${path}&$skip=52000&$top=2`))
    expect(rows.map((row) => row.InventoryLotId)).toEqual(['052001', '052002'])
    expect(rowsOf(await big.read(`${path}&$skip=110000&$top=2`))).toEqual([])
  })

  test('$count counts what passes the filter, not what is shown', async () => {
    const filter = "$filter=CustomerGroupId eq '10'"
    const answer = await environment.read(`/data/CustomersV3?${filter}&$count=true&$top=1`)
    const whole = await environment.read(`/data/CustomersV3?${filter}`)
    expect(answer['@odata.count']).toBe(rowsOf(whole).length)
    const response = await environment.send(`/data/CustomersV3/$count?${filter}`)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await response.text()).toBe(String(rowsOf(whole).length))
  })

  test.each(['$top=0', "$filter=CustomerAccount eq 'none'"])(
    '?%s is an empty page',
    async (query) => {
      expect(rowsOf(await environment.read(`/data/CustomersV3?${query}`))).toEqual([])
    },
  )
})

describe('names', () => {
  test.each(['VendVendors', 'InventItems', 'LedgerJournalTables'])(
    'there is no %s, as in no real environment',
    async (set) => {
      const response = await environment.send(`/data/${set}`)
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({
        error: { innererror: { message: `Resource not found for the segment '${set}'.` } },
      })
    },
  )

  test.each([
    'Customers',
    'CustomersV3',
    'VendorsV2',
    'SalesOrderHeaders',
    'SalesOrderHeadersV2',
    'SalesOrderLines',
    'ReleasedProductsV2',
    'LedgerJournalHeaders',
    'LegalEntities',
    'CustomerGroups',
    'SystemUsers',
    'SecurityUserRoles',
    'SysAADClients',
  ])('there is %s, with rows', async (set) => {
    expect(rowsOf(await environment.read(`/data/${set}?$top=2`)).length).toBeGreaterThan(0)
  })

  test('every entity set reads, and is found again by the keys of its rows', async () => {
    const { value } = await environment.read('/data')
    const sets = value as { name: string }[]
    expect(sets.length).toBeGreaterThan(80)
    for (const { name } of sets) {
      const path = `/data/${name}?$top=3&cross-company=true`
      const rows = rowsOf(
        await environment.read(path, {
          headers: { accept: 'application/json;odata.metadata=full' },
        }),
      )
      expect(rows.length, name).toBeGreaterThan(0)
      for (const row of rows) {
        const address = String(row['@odata.id']).replace(/^https:\/\/[^/]+/, '')
        const found = await environment.read(`${address}?cross-company=true`)
        expect(found['@odata.etag']).toBe(row['@odata.etag'])
      }
    }
  })
})
