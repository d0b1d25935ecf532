import 'reflect-metadata'
import { createPrivateKey, X509Certificate as NodeCertificate } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Issued, issueAuthority, issueLeaf } from '@/lib/sandbox/tls/issue'
import { writeFileDurably } from '@/lib/sandbox/write-file'

/** What a TLS listener needs, and the authority that its clients must trust. */
export type Certificates = Readonly<{ caPem: string; certPem: string; keyPem: string }>

const dayMs = 86_400_000

/**
 * The practice tenant's certificates out of `dir`, made where they are missing, unreadable, not a
 * pair, or within 30 days of their end. A new authority brings a new leaf with it.
 *
 * Files: `ca.pem`, `ca-key.pem`, `tls.pem`, `tls-key.pem`, all mode 0600.
 */
export async function loadCertificates(dir: string, now: Date): Promise<Certificates> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const keptCa = await readPair(dir, 'ca', now)
  const ca = keptCa ?? (await writePair(dir, 'ca', await issueAuthority(now)))

  const keptLeaf = keptCa && (await readPair(dir, 'tls', now))
  const leaf =
    keptLeaf && isIssuedBy(keptLeaf, ca)
      ? keptLeaf
      : await writePair(dir, 'tls', await issueLeaf(ca, now))
  return { caPem: ca.certPem, certPem: leaf.certPem + ca.certPem, keyPem: leaf.keyPem }
}

async function readPair(dir: string, name: string, now: Date): Promise<Issued | undefined> {
  try {
    const certPem = await readFile(join(dir, `${name}.pem`), 'utf8')
    const keyPem = await readFile(join(dir, `${name}-key.pem`), 'utf8')
    const cert = new NodeCertificate(certPem)
    const isPair = cert.checkPrivateKey(createPrivateKey(keyPem))
    const startsAt = Date.parse(cert.validFrom)
    const endsAt = Date.parse(cert.validTo)
    const isCurrent = startsAt <= now.getTime() && endsAt - 30 * dayMs > now.getTime()
    return isPair && isCurrent ? { certPem, keyPem } : undefined
  } catch {
    // Missing, cut short or garbage: all mean the same here, it is made anew.
    return undefined
  }
}

function isIssuedBy(leaf: Issued, ca: Issued): boolean {
  return new NodeCertificate(leaf.certPem).verify(new NodeCertificate(ca.certPem).publicKey)
}

async function writePair(dir: string, name: string, issued: Issued): Promise<Issued> {
  // The key first: a crash in between leaves a certificate that does not fit, which is made anew.
  await writeFileDurably(join(dir, `${name}-key.pem`), issued.keyPem)
  await writeFileDurably(join(dir, `${name}.pem`), issued.certPem)
  return issued
}
