import 'reflect-metadata'
import { randomBytes, webcrypto } from 'node:crypto'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { practiceHostSuffix } from '@/lib/steps/cloud'

/** A certificate and its private key, both PEM; each ends with a line break. */
export type Issued = Readonly<{ certPem: string; keyPem: string }>

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const practiceDomain = practiceHostSuffix.slice(1)
const dayMs = 86_400_000
const nameConstraintsOid = '2.5.29.30'

/** A self-signed authority for ten years that can vouch for nothing but the practice hosts. */
export async function issueAuthority(now: Date): Promise<Issued> {
  const keys = await generateKeys()
  const cert = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name: `CN=Fivestep practice authority ${randomBytes(3).toString('hex')}, O=Fivestep practice tenant`,
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + 3650 * dayMs),
      signingAlgorithm: algorithm,
      keys,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        new Extension(nameConstraintsOid, true, permittedDomain(practiceDomain)),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto as Crypto),
      ],
    },
    webcrypto as Crypto,
  )
  return toPem(cert, keys)
}

/** A server certificate for every host of a domain, for a year, signed by `authority`. */
export async function issueLeaf(
  authority: Issued,
  now: Date,
  domain = practiceDomain,
): Promise<Issued> {
  const keys = await generateKeys()
  const issuer = new X509Certificate(authority.certPem)
  const cert = await X509CertificateGenerator.create(
    {
      serialNumber: serialNumber(),
      subject: `CN=*.${domain}`,
      issuer: issuer.subjectName,
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + 365 * dayMs),
      signingAlgorithm: algorithm,
      publicKey: keys.publicKey,
      signingKey: await importSigningKey(authority.keyPem),
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension([
          { type: 'dns', value: `*.${domain}` },
          { type: 'dns', value: domain },
        ]),
        await AuthorityKeyIdentifierExtension.create(issuer.publicKey, false, webcrypto as Crypto),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto as Crypto),
      ],
    },
    webcrypto as Crypto,
  )
  return toPem(cert, keys)
}

/**
 * A self-signed RSA certificate for two years, such as people make for an app's credentials.
 *
 * @param name distinguished name, `CN=ODataIntegration`
 */
export async function issueClientCertificate(name: string, now: Date): Promise<Issued> {
  const rsa = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  }
  const keys = (await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify'])) as CryptoKeyPair
  const cert = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: serialNumber(),
      name,
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + 730 * dayMs),
      signingAlgorithm: rsa,
      keys,
    },
    webcrypto as Crypto,
  )
  return toPem(cert, keys)
}

async function generateKeys(): Promise<CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
}

async function importSigningKey(keyPem: string): Promise<CryptoKey> {
  const der = Buffer.from(keyPem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  return webcrypto.subtle.importKey('pkcs8', der, algorithm, false, ['sign'])
}

async function toPem(cert: X509Certificate, keys: CryptoKeyPair): Promise<Issued> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return {
    certPem: `${cert.toString('pem').trim()}\n`,
    keyPem: `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`,
  }
}

/** Positive and 16 bytes long, as RFC 5280 section 4.1.2.2 wants it. */
function serialNumber(): string {
  const bytes = randomBytes(16)
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return bytes.toString('hex')
}

/**
 * NameConstraints with one permitted dNSName; lengths are short-form, so `name` is at most 100
 * characters.
 *
 * @see RFC 5280 section 4.2.1.10
 */
function permittedDomain(name: string): Uint8Array<ArrayBuffer> {
  const wrap = (tag: number, content: Buffer) =>
    Buffer.concat([Buffer.from([tag, content.length]), content])
  return new Uint8Array(wrap(0x30, wrap(0xa0, wrap(0x30, wrap(0x82, Buffer.from(name, 'ascii'))))))
}
