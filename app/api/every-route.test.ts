import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyRoute, fillPath, type Route } from '@/app/api/route-files'
import { dataPolicy } from '@/lib/access/answer-headers'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import { openVault, setVault } from '@/lib/vault/vault'

const origin = 'http://fivestep.test'
const routes = await everyRoute()
const changing = routes.filter(({ method }) => !['GET', 'HEAD', 'OPTIONS'].includes(method))
const named = (some: readonly Route[]) =>
  some.map((route) => [`${route.method} ${route.path}`, route] as const)

beforeAll(async () => {
  const db = await openDatabase({ dir: 'memory' })
  setDatabase(db)
  setVault(
    await openVault(db, {
      dataDir: '/nonexistent',
      masterKey: Buffer.alloc(32, 5).toString('base64'),
    }),
  )
})

afterAll(closeDatabase)

function call({ method, path, handler }: Route, init: RequestInit = {}): Promise<Response> {
  const { address, params } = fillPath(path, { connectionId: 'con_00000000000000000000' })
  const headers = { host: 'fivestep.test', ...init.headers }
  const request = new Request(`${origin}${address}`, { method, ...init, headers })
  return handler(request, { params: Promise.resolve(params) })
}

test('the walk finds the routes', () => {
  const found = routes.map(({ method, path }) => `${method} ${path}`)
  expect(found).toContain('PUT /api/connections/[connectionId]/credential')
  expect(found).toContain('POST /practice/[[...path]]')
  expect(changing.length).toBeGreaterThan(8)
})

describe.each(named(routes))('%s', (_name, route) => {
  test('answers by way of the door: with a request id, nothing to cache, and a policy', async () => {
    const { headers } = await call(route)
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('cache-control')).toMatch(/no-store/)
    expect(headers.get('content-security-policy')).toBe(dataPolicy)
  })
})

describe.each(named(changing))('%s', (_name, route) => {
  test.each([
    ['another site by its origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling domain', { 'sec-fetch-site': 'same-site' }],
  ])('refuses what %s sent', async (_what, headers) => {
    const answer = await call(route, { headers, body: '{}' })
    expect(answer.status).toBe(403)
    expect(await answer.json()).toMatchObject({ code: 'not_allowed' })
  })

  test('refuses a body that says that it is too long, before asking who sends it', async () => {
    const headers = { 'content-length': String(1024 ** 3) }
    expect((await call(route, { headers, body: '{}' })).status).toBe(413)
  })

  test('reads no more than its limit of a body that says nothing of its length', async () => {
    let pulled = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536
        controller.enqueue(new Uint8Array(65_536).fill(32))
      },
    })
    const body = { body: endless, duplex: 'half' } as RequestInit
    expect([400, 401, 403, 413]).toContain((await call(route, body)).status)
    expect(pulled).toBeLessThanOrEqual(1024 * 1024)
  })
})
