import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { env } from '@/lib/env/env'
import { closeOutbound } from '@/lib/http/agent'
import { checkEgress } from '@/lib/http/egress'
import { makeAuthority, makeLeaf } from '@/lib/http/fixtures/certificates'
import { Servers } from '@/lib/http/fixtures/servers'
import { send } from '@/lib/http/outbound'
import { setPracticeRoute } from '@/lib/http/practice-route'
import { proxyFor } from '@/lib/http/proxy'
import { connectTcp, inspectTls, resolveHost } from '@/lib/http/reach'

const servers = new Servers()
const dir = mkdtempSync(join(tmpdir(), 'proxy-'))
/** Heads of the requests that the proxy was sent. */
const asked: string[] = []
let proxyStatus = 200
let origin = 0
let direct = 0
let proxyPort = 0

/** As little of a proxy as a tunnel takes. */
function tunnel(socket: Socket): void {
  socket.once('data', (head) => {
    asked.push(head.toString())
    if (proxyStatus !== 200) {
      socket.end(`HTTP/1.1 ${proxyStatus} No\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    // Names resolve at the proxy: every name leads to the one server here.
    const upstream = connect(origin, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      socket.pipe(upstream).pipe(socket)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
}

beforeAll(async () => {
  const authority = await makeAuthority('Proxy test')
  const practice = await makeAuthority('Practice')
  const names = ['contoso.operations.dynamics.com', 'aos.corp.example', 'localhost']
  const leaf = await makeLeaf(authority, { names })
  origin = await servers.https(leaf, (request, response) => response.end(request.headers.host))
  direct = await servers.https(leaf, (_request, response) => response.end('direct'))
  proxyPort = await servers.tcp(tunnel)
  const practicePort = await servers.https(
    await makeLeaf(practice, { names: ['*.practice.localhost'] }),
    (_request, response) => response.end('practice'),
  )
  setPracticeRoute({ port: practicePort, caPem: practice.cert })
  const file = join(dir, 'extra.pem')
  writeFileSync(file, authority.cert)
  vi.stubEnv('NODE_EXTRA_CA_CERTS', file)
  vi.stubEnv('HTTPS_PROXY', `http://us%40er:pa%3Ass@127.0.0.1:${proxyPort}`)
  vi.stubEnv('NO_PROXY', 'localhost')
  vi.stubEnv('FIVESTEP_EGRESS_ALLOW', `aos.corp.example:8443,localhost:${direct}`)
  expect(env().NO_PROXY).toBe('localhost')
})
beforeEach(() => {
  asked.length = 0
  proxyStatus = 200
})
afterAll(async () => {
  setPracticeRoute(undefined)
  await closeOutbound()
  await servers.close()
  rmSync(dir, { recursive: true })
})

const options = { signal: new AbortController().signal, timeoutMs: 5000 }
const get = (url: string) =>
  send({ ...options, method: 'GET', url, bodyBytesMax: 1000, retries: 0 })

describe('a call through a proxy', () => {
  test('asks it for a tunnel, with its user, and checks the certificate of the far end', async () => {
    const answer = await get('https://contoso.operations.dynamics.com/data')
    expect(answer.body).toBe('contoso.operations.dynamics.com')
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatch(/^CONNECT contoso\.operations\.dynamics\.com:443 HTTP\/1\.1\r\n/)
    const user = Buffer.from('us@er:pa:ss').toString('base64')
    expect(asked[0]).toContain(`proxy-authorization: Basic ${user}\r\n`)
  })

  test('names the port where it is an odd one', async () => {
    expect((await get('https://aos.corp.example:8443/')).status).toBe(200)
    expect(asked[0]).toMatch(/^CONNECT aos\.corp\.example:8443 /)
  })

  test('still obeys the policy: what is refused is not asked of the proxy', async () => {
    await expect(get('https://evil.example/')).rejects.toMatchObject({ code: 'egress_refused' })
    expect(asked).toEqual([])
  })

  test('refuses a far end with another name', async () => {
    const error = get('https://other.operations.dynamics.com/')
    await expect(error).rejects.toMatchObject({ code: 'tls_name_mismatch' })
  })

  test.each([403, 407, 502])(
    'is told as proxy_failed when the proxy answers %s',
    async (status) => {
      proxyStatus = status
      const error = get('https://third.operations.dynamics.com/')
      await expect(error).rejects.toMatchObject({ code: 'proxy_failed', phase: 'proxy' })
      await expect(error).rejects.toThrow(String(status))
    },
  )

  test('is not made for what NO_PROXY names', async () => {
    expect((await get(`https://localhost:${direct}/`)).body).toBe('direct')
    expect(asked).toEqual([])
  })

  test('is not made to the practice tenant', async () => {
    expect((await get('https://contoso-uat.practice.localhost/')).body).toBe('practice')
    expect(asked).toEqual([])
  })

  test('shows step by step that a proxy stands in between', async () => {
    const url = 'https://contoso.operations.dynamics.com'
    expect(await resolveHost(url, options)).toMatchObject({ via: 'proxy', addresses: [] })
    expect(await connectTcp(url, options)).toMatchObject({ proxy: `127.0.0.1:${proxyPort}` })
    expect(await inspectTls(url, options)).toMatchObject({ issuer: 'Proxy test' })
  })
})

describe('NO_PROXY', () => {
  const settings = (list: string) => ({ HTTPS_PROXY: 'http://proxy.example:8080', NO_PROXY: list })
  const target = checkEgress('https://a.corp.example:8443/', ['a.corp.example:8443'])

  test.each([
    '*',
    'a.corp.example',
    'corp.example',
    '.corp.example',
    '*.corp.example',
    'CORP.example',
    'x, corp.example',
    'x corp.example',
    'a.corp.example:8443',
  ])('%s covers a.corp.example:8443', (list) => {
    expect(proxyFor(target, settings(list))).toBeUndefined()
  })

  test.each(['', ',', 'example.org', 'rp.example', 'b.corp.example', 'a.corp.example:443', '.'])(
    '"%s" does not',
    (list) => {
      expect(proxyFor(target, settings(list))?.host).toBe('proxy.example:8080')
    },
  )
})
