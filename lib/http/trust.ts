import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'
import { env } from '@/lib/env/env'
import { processWide } from '@/lib/http/process-wide'

const certificate = /-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----/g

/** The file that NODE_EXTRA_CA_CERTS names is of no use; the message names it and says why. */
export class TrustError extends Error {
  override readonly name = 'TrustError'
}

/**
 * Certificate authorities in PEM that `file` adds to Node's own.
 *
 * Node itself reads the variable only when the process starts, and goes on without a word when it
 * cannot.
 *
 * @throws {TrustError} when the file cannot be read or holds no certificate.
 */
export function readExtraCertificates(file: string): string {
  try {
    const pem = readFileSync(file, 'utf8')
    const found = pem.match(certificate) ?? []
    if (found.length === 0) throw new Error('it holds no PEM certificate')
    // OpenSSL passes over what it cannot read, and the host in question would stay untrusted.
    for (const one of found) new X509Certificate(one)
    return pem
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new TrustError(`NODE_EXTRA_CA_CERTS names ${file}, which is of no use: ${why}`, {
      cause: error,
    })
  }
}

/**
 * What every host but the practice ones is trusted by: Node's roots and NODE_EXTRA_CA_CERTS. Made
 * once, since parsing some 140 roots for each connection would cost more than the handshake.
 *
 * @throws {TrustError} as {@link readExtraCertificates} does.
 */
export function publicTrust(): SecureContext {
  return processWide('public-trust', () => {
    const file = env().NODE_EXTRA_CA_CERTS
    if (file === undefined) return createSecureContext()
    return createSecureContext({ ca: [...rootCertificates, readExtraCertificates(file)] })
  })
}

/** Whether one of these certificates, by SHA-256 fingerprint, is an authority that comes with Node. */
export function isAmongRoots(fingerprints: readonly string[]): boolean {
  const known = processWide(
    'root-fingerprints',
    () => new Set(rootCertificates.map((pem) => new X509Certificate(pem).fingerprint256)),
  )
  return fingerprints.some((fingerprint) => known.has(fingerprint))
}

/** What practice hosts are trusted by: their own authority and nothing else. */
export function practiceTrust(caPem: string): SecureContext {
  const made = processWide('practice-trust', () => new Map<string, SecureContext>())
  const known = made.get(caPem)
  if (known !== undefined) return known
  const context = createSecureContext({ ca: caPem })
  made.clear()
  made.set(caPem, context)
  return context
}
