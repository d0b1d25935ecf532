import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OData, type ODataFilter } from '@odata/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestEnvironment, testEnvironment } from '@/lib/sandbox/finops/test-environment'

type Customer = {
  dataAreaId: string
  CustomerAccount: string
  OrganizationName: string
  CreditLimit: number
  CustomerGroupId: string
}

/** A real listener, so that the client's own requests and headers reach the environment. */
function listen(environment: TestEnvironment): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const { method = 'GET', url = '/', headers } = incoming
      const pairs = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
        value === undefined ? [] : [[name, String(value)]],
      )
      const body = Buffer.concat(chunks)
      environment
        .handle(
          new Request(`https://contoso-uat.practice.localhost${url}`, {
            method,
            headers: pairs,
            ...(body.length > 0 ? { body } : {}),
          }),
        )
        .then(async (response) => {
          outgoing.writeHead(response.status, Object.fromEntries(response.headers))
          outgoing.end(Buffer.from(await response.arrayBuffer()))
        })
        .catch((error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined))
    })
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

describe('a client library that is not ours', () => {
  let server: Server
  let client: ReturnType<typeof OData.New4>

  beforeAll(async () => {
    server = await listen(testEnvironment())
    const { port } = server.address() as AddressInfo
    client = OData.New4({
      serviceEndpoint: `http://127.0.0.1:${port}/data/`,
      commonHeaders: { authorization: 'Bearer Admin' },
    })
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const customers = () => client.getEntitySet<Customer>('CustomersV3')
  const filter = (): ODataFilter<Customer> => client.newFilter<Customer>()

  test('queries with its own filter, order, select and count', async () => {
    const rows = await customers().query(
      client
        .newOptions()
        .filter(filter().field('CreditLimit').gt(50_000).field('CustomerGroupId').eq('30'))
        .orderby('CreditLimit', 'desc')
        .select(['CustomerAccount', 'CreditLimit'])
        .top(3),
    )
    expect(rows).toHaveLength(3)
    const limits = rows.map((row) => row.CreditLimit)
    expect(limits).toEqual([...limits].sort((left, right) => right - left))
    expect(Object.keys(rows[0] ?? {})).toEqual(['@odata.etag', 'CustomerAccount', 'CreditLimit'])
    expect(await customers().count()).toBeGreaterThan(20)
  })

  test('finds a row by a key of two parts', async () => {
    const row = await customers().retrieve({ dataAreaId: 'usmf', CustomerAccount: 'US-003' })
    expect(row).toMatchObject({ CustomerAccount: 'US-003' })
  })

  test('expands what belongs to a row', async () => {
    const [order] = await client
      .getEntitySet<{ SalesOrderLines: unknown[] }>('SalesOrderHeadersV2')
      .query(client.newOptions().expand('SalesOrderLines').top(1))
    expect(order?.SalesOrderLines.length).toBeGreaterThan(1)
  })

  test('creates, changes and deletes a row', async () => {
    const key = { dataAreaId: 'usmf', CustomerAccount: 'AÑIL 1' }
    const created = await customers().create({
      ...key,
      OrganizationName: 'Añil',
      CustomerGroupId: '10',
    })
    expect(created).toMatchObject(key)
    await customers().update(key, { CreditLimit: 77 })
    expect(await customers().retrieve(key)).toMatchObject({
      CreditLimit: 77,
      OrganizationName: 'Añil',
    })
    await customers().delete(key)
    await expect(customers().retrieve(key)).rejects.toThrow()
  })

  test('runs an action', async () => {
    const answer: unknown = await client
      .getEntitySet('SalesOrderHeadersV2')
      .action('Microsoft.Dynamics.DataEntities.confirm', {
        dataAreaId: 'usmf',
        SalesOrderNumber: '999999',
      })
      .catch((error: unknown) => error)
    expect(String(answer)).toContain('An error has occurred')
  })

  test('gets the words of a refusal', async () => {
    await expect(
      customers().query(
        filter()
          .field('Foo' as 'CreditLimit')
          .eq(1),
      ),
    ).rejects.toThrow('An error has occurred')
  })
})
