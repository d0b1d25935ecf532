import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { CertificateError } from '@/lib/entra/certificate-errors'
import type { CertificateWithKey } from '@/lib/entra/credential'
import { openPfx } from '@/lib/entra/open-pfx'

const bitsMin = 2048
const certificates = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const privateKeys = /-----BEGIN ([A-Z]+ )*PRIVATE KEY-----[^-]+-----END ([A-Z]+ )*PRIVATE KEY-----/

/**
 * Reads a certificate and its key from PEM text: in any order, the key as PKCS #8 or PKCS #1, with
 * a password or without. The certificate of the key comes first, what signed it behind it.
 *
 * @throws {CertificateError}
 */
export function readPem(text: string, options: ReadOptions): CertificateWithKey {
  const found = (text.match(certificates) ?? []).map(toCertificate)
  const [keyText] = privateKeys.exec(text) ?? []
  if (found.length === 0) {
    throw new CertificateError(keyText === undefined ? 'unreadable' : 'certificate_missing')
  }
  if (keyText === undefined) throw new CertificateError('key_missing')
  return together(found, toKey(keyText, options.password), options.now)
}

/**
 * Reads a certificate and its key from a PFX (PKCS #12) file.
 *
 * @throws {CertificateError}
 */
export function readPfx(bytes: Uint8Array, options: ReadOptions): CertificateWithKey {
  const { certificatesPem, keyPem } = openPfx(bytes, options.password ?? '')
  if (keyPem === undefined) throw new CertificateError('key_missing')
  if (certificatesPem.length === 0) throw new CertificateError('certificate_missing')
  return together(certificatesPem.map(toCertificate), toKey(keyPem), options.now)
}

type ReadOptions = Readonly<{ password?: string | undefined; now: Date }>

function toCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem)
  } catch (cause) {
    throw new CertificateError('unreadable', { cause })
  }
}

function toKey(pem: string, password?: string): KeyObject {
  const isSealed = /ENCRYPTED/.test(pem)
  try {
    return createPrivateKey({ key: pem, passphrase: password ?? '' })
  } catch (cause) {
    throw new CertificateError(isSealed ? 'password_wrong' : 'unreadable', { cause })
  }
}

function together(
  found: readonly X509Certificate[],
  key: KeyObject,
  now: Date,
): CertificateWithKey {
  if (key.asymmetricKeyType !== 'rsa') throw new CertificateError('key_not_rsa')
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < bitsMin) {
    throw new CertificateError('key_too_short')
  }
  const own = found.find((certificate) => certificate.checkPrivateKey(key))
  if (!own) throw new CertificateError('key_of_another')
  if (Date.parse(own.validTo) <= now.getTime()) throw new CertificateError('expired')
  if (Date.parse(own.validFrom) > now.getTime()) throw new CertificateError('not_valid_yet')
  const chain = [own, ...found.filter((certificate) => certificate !== own)]
  return {
    certificate: chain.map((certificate) => certificate.toString()).join(''),
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
