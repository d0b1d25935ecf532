import { X509Certificate } from 'node:crypto'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, createServer, type TlsOptions } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadCertificates } from '@/lib/sandbox/tls/certificates'
import { issueAuthority, issueLeaf } from '@/lib/sandbox/tls/issue'

const dayMs = 86_400_000
const start = new Date()
const inDays = (days: number) => new Date(start.getTime() + days * dayMs)
let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'practice-tls-'))
})
afterEach(() => rm(dir, { recursive: true }))

/** What a client that trusts `ca` alone makes of a server that shows `shown` as `name`. */
async function handshake(shown: TlsOptions, ca: string, name: string): Promise<string> {
  const server = createServer(shown, (socket) => socket.end())
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const verdict = await new Promise<string>((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', servername: name, ca })
    socket.on('secureConnect', () => resolve('trusted'))
    socket.on('error', (error) => resolve(error.message))
  })
  await new Promise((resolve) => server.close(resolve))
  return verdict
}

describe('the certificates', () => {
  test('are made once, mode 0600, and kept', async () => {
    const made = await loadCertificates(dir, start)
    expect(await loadCertificates(dir, inDays(1))).toEqual(made)
    for (const name of ['ca.pem', 'ca-key.pem', 'tls.pem', 'tls-key.pem']) {
      expect((await stat(join(dir, name))).mode & 0o777).toBe(0o600)
    }
  })

  test('are trusted for every practice host and no other name', async () => {
    const { caPem, certPem, keyPem } = await loadCertificates(dir, start)
    const shown = { cert: certPem, key: keyPem }
    expect(await handshake(shown, caPem, 'contoso-uat.practice.localhost')).toBe('trusted')
    expect(await handshake(shown, caPem, 'login.microsoftonline.com')).toContain(
      "does not match certificate's altnames",
    )
  })

  test('come from an authority that cannot vouch for another domain', async () => {
    const authority = await issueAuthority(start)
    const strange = await issueLeaf(authority, start, 'microsoftonline.com')
    const shown = { cert: strange.certPem + authority.certPem, key: strange.keyPem }
    expect(await handshake(shown, authority.certPem, 'login.microsoftonline.com')).toBe(
      'permitted subtree violation',
    )
  })

  test('are renewed a month before the leaf ends, by the same authority', async () => {
    const made = await loadCertificates(dir, start)
    const later = await loadCertificates(dir, inDays(336))
    expect(later.caPem).toBe(made.caPem)
    expect(later.certPem).not.toBe(made.certPem)
    expect(new X509Certificate(later.certPem).checkHost('graph.practice.localhost')).toBeDefined()
  })

  test('are renewed altogether when the authority nears its end', async () => {
    const made = await loadCertificates(dir, start)
    expect((await loadCertificates(dir, inDays(3630))).caPem).not.toBe(made.caPem)
  })

  test.each(['ca.pem', 'ca-key.pem', 'tls.pem', 'tls-key.pem'])(
    'are made anew where %s is garbage, and fit together again',
    async (name) => {
      await loadCertificates(dir, start)
      await writeFile(join(dir, name), '-----BEGIN nothing')
      const { caPem, certPem, keyPem } = await loadCertificates(dir, start)
      const shown = { cert: certPem, key: keyPem }
      expect(await handshake(shown, caPem, 'portal.practice.localhost')).toBe('trusted')
    },
  )
})
