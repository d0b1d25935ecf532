import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { makeAuthority } from '@/lib/http/fixtures/certificates'
import { readExtraCertificates, TrustError } from '@/lib/http/trust'

const dir = mkdtempSync(join(tmpdir(), 'trust-'))
afterAll(() => rmSync(dir, { recursive: true }))

describe('the file that NODE_EXTRA_CA_CERTS names', () => {
  test('is read, however many certificates and remarks it holds', async () => {
    const one = await makeAuthority('One')
    const two = await makeAuthority('Two')
    const file = join(dir, 'two.pem')
    writeFileSync(file, `# our proxy\n${one.cert}\n${two.cert}`)
    expect(readExtraCertificates(file)).toContain(two.cert)
  })

  test.each([
    ['is not there', undefined, /ENOENT/],
    ['is empty', '', /no PEM certificate/],
    [
      'is a key',
      '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      /no PEM certificate/,
    ],
    ['is broken', '-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n', /no use/],
  ])('is named in the error when it %s', (_what, text, reason) => {
    const file = join(dir, 'bad.pem')
    rmSync(file, { force: true })
    if (text !== undefined) writeFileSync(file, text)
    expect(() => readExtraCertificates(file)).toThrow(TrustError)
    expect(() => readExtraCertificates(file)).toThrow(`NODE_EXTRA_CA_CERTS names ${file}`)
    expect(() => readExtraCertificates(file)).toThrow(reason)
  })
})
