import { randomUUID, X509Certificate } from 'node:crypto'
import type { Certificate } from '@/lib/sandbox/state/state'

/** What was uploaded is no public certificate that Entra would take. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused'
  readonly code: 'unreadable' | 'private_key' | 'key_type'

  constructor(code: CertificateRefused['code'], options?: ErrorOptions) {
    super(`certificate refused: ${code}`, options)
    this.code = code
  }
}

/**
 * Reads an uploaded certificate (PEM, or DER in base64).
 *
 * @throws {CertificateRefused} `private_key` where a key was pasted too, `key_type` unless RSA.
 */
export function parseCertificate(text: string): Certificate {
  if (/PRIVATE KEY/.test(text)) throw new CertificateRefused('private_key')
  const certificate = readCertificate(text.trim())
  if (certificate.publicKey.asymmetricKeyType !== 'rsa') throw new CertificateRefused('key_type')
  return {
    keyId: randomUUID(),
    subject: certificate.subject.replaceAll('\n', ', '),
    thumbprint: certificate.fingerprint.replaceAll(':', ''),
    thumbprintSha256: certificate.fingerprint256.replaceAll(':', ''),
    pem: certificate.toString(),
    startsAtMs: Date.parse(certificate.validFrom),
    expiresAtMs: Date.parse(certificate.validTo),
  }
}

function readCertificate(text: string): X509Certificate {
  try {
    const isPem = text.includes('-----BEGIN')
    return new X509Certificate(isPem ? text : Buffer.from(text, 'base64'))
  } catch (error) {
    throw new CertificateRefused('unreadable', { cause: error })
  }
}
