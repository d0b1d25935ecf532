import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import {
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import type { CertificateWithKey } from '@/lib/entra/credential'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
}
const dayMs = 86_400_000
/** Clocks differ: Entra's may be behind ours. */
const backMs = 10 * 60_000

type Wanted = Readonly<{
  /** Its common name; what would read as a part of a name is left out. */
  name: string
  days: number
  now: Date
}>

/** A new RSA key of 3072 bits and a certificate that it signs itself, for an app to sign in with. */
export async function makeCertificate({ name, days, now }: Wanted): Promise<CertificateWithKey> {
  const crypto = webcrypto as Crypto
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      // Positive, as RFC 5280 4.1.2.2 asks.
      serialNumber: `4${randomBytes(15).toString('hex').slice(1)}`,
      name: `CN=${
        name
          .replaceAll(/[^\p{L}\p{N} ._-]/gu, ' ')
          .slice(0, 60)
          .trim() || 'Fivestep'
      }`,
      notBefore: new Date(now.getTime() - backMs),
      notAfter: new Date(now.getTime() + days * dayMs),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      ],
    },
    crypto,
  )
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  const lines = pkcs8.toString('base64').match(/.{1,64}/g) ?? []
  return {
    certificate: `${certificate.toString('pem').trim()}\n`,
    privateKey: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
  }
}
