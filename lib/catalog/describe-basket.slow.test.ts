import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Datastore from '@seald-io/nedb'
import { Validator } from '@seriousme/openapi-schema-validator'
import { pino } from 'pino'
import ODataServer from 'simple-odata-server'
import { type Agent, request } from 'undici'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { runWorkerFromSource } from '@/lib/catalog/build/worker-from-source'
import { describeBasket } from '@/lib/catalog/describe-basket'
import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import { listEntitySets } from '@/lib/catalog/entity-sets'
import { readODataPath } from '@/lib/catalog/read-odata'
import { refreshCatalog } from '@/lib/catalog/refresh-catalog'
import { createConnection } from '@/lib/connections/create-connection'
import { putCredential } from '@/lib/connections/put-credential'
import { updateConnection } from '@/lib/connections/update-connection'
import type { BasketFormat } from '@/lib/contract/basket'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { closeOutbound } from '@/lib/http/agent'
import { setPracticeRoute } from '@/lib/http/practice-route'
import type { Context } from '@/lib/log/context'
import { toRequest } from '@/lib/odata/query/to-request'
import { homeTenant } from '@/lib/sandbox/entra/tenants'
import { environmentHost } from '@/lib/sandbox/hosts'
import { type Listener, listen } from '@/lib/sandbox/http/listen'
import { loopbackAgent } from '@/lib/sandbox/loopback'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { prepareApp, withoutDelays } from '@/lib/sandbox/state/prepare-app'
import { seedState } from '@/lib/sandbox/state/seed'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'

vi.setConfig({ testTimeout: 120_000 })
runWorkerFromSource()

const otherHost = environmentHost('contoso-prod')
const books = [
  { _id: '1', title: "It's a quote", pages: 320, price: 12.5, printed: true },
  { _id: '2', title: 'OData & friends', pages: 90, price: 7, printed: false },
  { _id: '3', title: '漢字', pages: 1200, price: 40, printed: true },
]

let dir: string
let practice: Sandbox
let agent: Agent
let other: Server
let front: Listener
const ids: Record<'practice' | 'other', string> = { practice: '', other: '' }

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fivestep-basket-'))
  const database = await openDatabase({ dir: 'memory' })
  setDatabase(database)
  setVault(await openVault(database, { dataDir: dir }))
  const state = seedState()
  withoutDelays(state)
  const { app, secret } = prepareApp(state, { name: 'Basket', now: new Date() })
  const home = join(dir, 'practice')
  await mkdir(home)
  await writeFile(join(home, 'state.json'), JSON.stringify(state))
  practice = await startSandbox({ dir: home, rows: 50 })
  agent = loopbackAgent(practice)
  other = await startOther()
  front = await listen({
    port: 0,
    certificates: await loadCertificates(home, new Date()),
    handler: answer,
    log: { info() {}, warn() {}, error() {} },
  })
  setPracticeRoute({ port: front.port, caPem: practice.caPem })
  const access = { clientId: app.clientId, secret }
  ids.practice = await connect(practiceEnvironmentUrl, access)
  ids.other = await connect(`https://${otherHost}`, access)
})

afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await front.close()
  other.closeAllConnections()
  other.close()
  await agent.close()
  await practice.close()
  setVault(undefined)
  await closeDatabase()
  await rm(dir, { recursive: true, force: true })
})

/** An OData v4 service of somebody else's, with a store of somebody else's behind it. */
async function startOther(): Promise<Server> {
  const store = new Datastore()
  await store.insertAsync(books)
  const service = ODataServer(`https://${otherHost}/data`)
  service.model({
    namespace: 'Library',
    entityTypes: {
      Book: {
        _id: { type: 'Edm.String', key: true },
        title: { type: 'Edm.String' },
        pages: { type: 'Edm.Int32' },
        price: { type: 'Edm.Double' },
        printed: { type: 'Edm.Boolean' },
      },
    },
    entitySets: { Books: { entityType: 'Library.Book' } },
  })
  // biome-ignore lint/complexity/useMaxParams: as the package calls it.
  service.query((_set, query, _request, done) => {
    const { $filter, $select = {}, $sort = {}, $skip = 0, $limit = 0 } = query
    store
      .findAsync($filter, $select)
      .sort($sort)
      .skip($skip)
      .limit($limit)
      .then(
        (rows: unknown[]) => done(null, rows),
        (error: Error) => done(error, []),
      )
  })
  const server = createServer((call, response) => service.handle(call, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** The practice tenant, but for one environment, in whose place the other service answers. */
async function answer(call: Request): Promise<Response> {
  const url = new URL(call.url)
  const isOther = url.hostname === otherHost
  const { port } = other.address() as AddressInfo
  const { statusCode, headers, body } = await request(
    isOther ? `http://127.0.0.1:${port}${url.pathname}${url.search}` : call.url,
    {
      ...(isOther ? {} : { dispatcher: agent }),
      method: call.method === 'POST' ? 'POST' : 'GET',
      headers: Object.fromEntries(call.headers),
      body: call.method === 'POST' ? await call.text() : null,
    },
  )
  const type = String(headers['content-type'])
  return new Response(await body.text(), { status: statusCode, headers: { 'content-type': type } })
}

function context(): Context {
  return {
    actor: { kind: 'system', job: 'test' },
    now: () => new Date(),
    signal: new AbortController().signal,
    log: pino({ level: 'silent' }),
    requestId: randomUUID(),
  }
}

type Access = Readonly<{ clientId: string; secret: string }>

/** A connection to `environmentUrl` whose catalog has been read. */
async function connect(environmentUrl: string, { clientId, secret }: Access): Promise<string> {
  const ctx = context()
  const { id } = await createConnection(ctx, { environmentUrl, tenantId: homeTenant.tenantId })
  await updateConnection(ctx, id, { clientId })
  await putCredential(ctx, id, { kind: 'secret', value: secret })
  let last: unknown
  for await (const event of refreshCatalog(ctx, id)) last = event
  expect(last).toMatchObject({ type: 'finished' })
  return id
}

const basket = async (format: BasketFormat, names: string[]) =>
  (await describeBasket(context(), ids.practice, { format, names })).text

describe('a basket of the practice tenant', () => {
  const names = ['CustomersV3', 'SalesOrderHeadersV2', 'SalesOrderLines', 'SystemUsers']

  test('is a valid OpenAPI document that asks for tokens of the tenant', async () => {
    const document = JSON.parse(await basket('openapi', names))
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
    expect(document.components.securitySchemes.entra.flows.clientCredentials.tokenUrl).toBe(
      `https://login.practice.localhost/${homeTenant.tenantId}/oauth2/v2.0/token`,
    )
    expect(Object.keys(document.paths)).toContain(
      "/CustomersV3(dataAreaId='{dataAreaId}',CustomerAccount='{CustomerAccount}')",
    )
  })

  test('is types that a program compiles with, and that refuse what is wrong', async () => {
    await writeFile(join(dir, 'entity-sets.ts'), await basket('typescript', names))
    const program = `import type { CustomersV3, EntitySets } from './entity-sets.js'
export const name = (row: CustomersV3): string | null => row.OrganizationName
export const lines = (row: EntitySets['SalesOrderHeadersV2']) => row.SalesOrderLines?.[0]?.dataAreaId
// @ts-expect-error: there is no such field
export const none = (row: CustomersV3) => row.NoSuchField
// @ts-expect-error: the enum has no such member
export const never: CustomersV3['IsOneTimeCustomer'] = 'Perhaps'
`
    await writeFile(join(dir, 'program.ts'), program)
    const compiler = join(process.cwd(), 'node_modules/.bin/tsc')
    const flags = ['--ignoreConfig', '--strict', '--noEmit', '--module', 'nodenext']
    const { stdout } = await promisify(execFile)(compiler, [...flags, 'program.ts'], {
      cwd: dir,
    }).catch((error: unknown) => error as { stdout: string })
    expect(stdout).toBe('')
  })

  test('is refused with the name that the catalog does not have', async () => {
    await expect(basket('openapi', ['CustomersV3', 'NoSuchSet'])).rejects.toMatchObject({
      code: 'no_entity_set',
      message: expect.stringContaining('NoSuchSet'),
    })
  })
})

describe('an OData service that is not F&O, and not ours', () => {
  const rowsOf = async (text: string) => {
    const { path, query } = toRequest('Books', text)
    const read = { path: [decodeURIComponent(path)], query, headers: {} }
    const { body } = await readODataPath(context(), ids.other, read)
    const { value } = (await new Response(body).json()) as { value: { _id: string }[] }
    return value.map(({ _id }) => _id)
  }

  test('lists its entity sets and describes them', async () => {
    const { entitySets } = await listEntitySets(context(), ids.other, { refresh: true })
    expect(entitySets.map(({ name }) => name)).toEqual(['Books'])
    const detail = await entitySetDetail(context(), ids.other, 'Books')
    expect(detail).toMatchObject({ type: 'Library.Book', key: ['_id'] })
    expect(detail.fields.map(({ name, type }) => [name, type])).toEqual([
      ['_id', 'Edm.String'],
      ['title', 'Edm.String'],
      ['pages', 'Edm.Int32'],
      ['price', 'Edm.Double'],
      ['printed', 'Edm.Boolean'],
    ])
  })

  test.each([
    ['$orderby=_id', ['1', '2', '3']],
    ["$filter=title eq 'It''s a quote'", ['1']],
    ['$filter=pages gt 100 and printed eq true&$orderby=pages desc', ['3', '1']],
    ['$orderby=price&$top=1&$skip=1', ['1']],
  ])('answers %s', async (text, expected) => {
    expect(await rowsOf(text)).toEqual(expected)
  })
})
