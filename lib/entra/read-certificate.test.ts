import forge from 'node-forge'
import { beforeAll, describe, expect, test } from 'vitest'
import type { CertificateWithKey } from '@/lib/entra/credential'
import { makeCertificate } from '@/lib/entra/make-certificate'
import { readPem, readPfx } from '@/lib/entra/read-certificate'

const start = new Date('2026-03-02T08:00:00.000Z')
const now = new Date('2026-03-03T08:00:00.000Z')
const password = 'open sesame'
let pair: CertificateWithKey
let other: CertificateWithKey

beforeAll(async () => {
  pair = await makeCertificate({ name: 'Contoso', days: 30, now: start })
  other = await makeCertificate({ name: 'Fabrikam', days: 30, now: start })
})

function toPfx({ certificate, privateKey }: CertificateWithKey): Uint8Array {
  const { pki, pkcs12, asn1 } = forge
  const key = pki.privateKeyFromPem(privateKey)
  const pfx = pkcs12.toPkcs12Asn1(key, [pki.certificateFromPem(certificate)], password)
  return Buffer.from(asn1.toDer(pfx).getBytes(), 'binary')
}

describe('PEM', () => {
  test('certificate and key are told apart in any order, and the key comes back as PKCS #8', () => {
    for (const text of [
      pair.certificate + pair.privateKey,
      `Bag Attributes\n${pair.privateKey}\r\n${pair.certificate}`,
    ]) {
      expect(readPem(text, { now })).toEqual(pair)
    }
  })

  test('the certificate of the key comes first, what else there is behind it', () => {
    const text = other.certificate + pair.privateKey + pair.certificate
    expect(readPem(text, { now }).certificate).toBe(pair.certificate + other.certificate)
  })

  test.each([
    ['no certificate at all', () => 'hello', 'unreadable'],
    ['a key alone', () => pair.privateKey, 'certificate_missing'],
    ['a certificate alone', () => pair.certificate, 'key_missing'],
    ['the key of another', () => pair.certificate + other.privateKey, 'key_of_another'],
    [
      'a certificate that is cut off',
      () => pair.certificate.replace(/.{64}\n.{64}\n/, '') + pair.privateKey,
      'unreadable',
    ],
  ])('%s is refused', (_what, text, code) => {
    expect(() => readPem(text(), { now })).toThrow(expect.objectContaining({ code }))
  })

  test.each([
    ['2026-05-01T08:00:00.000Z', 'expired'],
    ['2026-03-01T08:00:00.000Z', 'not_valid_yet'],
  ])('at %s it is %s', (at, code) => {
    const text = pair.certificate + pair.privateKey
    expect(() => readPem(text, { now: new Date(at) })).toThrow(expect.objectContaining({ code }))
  })
})

describe('PFX', () => {
  test('is opened with its password', () => {
    expect(readPfx(toPfx(pair), { password, now })).toEqual(pair)
  })

  test.each([
    ['another password', () => toPfx(pair), 'wrong', 'password_wrong'],
    ['bytes of anything', () => new Uint8Array([1, 2, 3]), password, 'unreadable'],
    ['half a file', () => toPfx(pair).slice(0, 900), password, 'unreadable'],
  ])('%s is refused', (...row) => {
    const [, bytes, given, code] = row
    expect(() => readPfx(bytes(), { password: given, now })).toThrow(
      expect.objectContaining({ code }),
    )
  })
})

test('a name cannot bring another part into the subject', async () => {
  const { certificate } = await makeCertificate({ name: 'A, O=Microsoft+CN=x', days: 1, now })
  const { subject } = forge.pki.certificateFromPem(certificate)
  expect(subject.attributes.map(({ shortName }) => shortName)).toEqual(['CN'])
})
