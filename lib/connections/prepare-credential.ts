import { X509Certificate } from 'node:crypto'
import type { CredentialKind, PublicPart, PutCredentialInput } from '@/lib/contract/connection'
import { PutCredentialInput as PutCredential } from '@/lib/contract/connection'
import type { CertificateWithKey } from '@/lib/entra/credential'
import { makeCertificate } from '@/lib/entra/make-certificate'
import { readPem, readPfx } from '@/lib/entra/read-certificate'

/** A credential as it is stored, before it is sealed. */
export type Prepared = Readonly<{
  kind: CredentialKind
  /** The text to seal. */
  value: string
  expiresOn: string | null
  publicPart: PublicPart | null
}>

/**
 * What is to be kept of `input`: a key pair is made or read here, and the day on which a
 * certificate ends is its own.
 *
 * @throws {CertificateError} when what was brought cannot serve
 * @throws {z.ZodError} when the input does not fit its schema
 */
export async function prepareCredential(
  input: PutCredentialInput,
  { name, now }: Readonly<{ name: string; now: Date }>,
): Promise<Prepared> {
  const parsed = PutCredential.parse(input)
  if (parsed.kind === 'secret') {
    const { value, expiresOn } = parsed
    return { kind: 'secret', value, expiresOn: expiresOn ?? null, publicPart: null }
  }
  if (parsed.kind === 'federated') {
    const { source } = parsed
    return { kind: 'federated', value: source, expiresOn: null, publicPart: { source } }
  }
  const { password } = { password: undefined, ...parsed }
  switch (parsed.from) {
    case 'new':
      return fromCertificate(await makeCertificate({ name, days: parsed.days, now }))
    case 'pem':
      return fromCertificate(readPem(parsed.pem, { password, now }))
    case 'pfx':
      return fromCertificate(readPfx(Buffer.from(parsed.pfx, 'base64'), { password, now }))
  }
}

function fromCertificate({ certificate, privateKey }: CertificateWithKey): Prepared {
  const { subject, fingerprint256, validTo } = new X509Certificate(certificate)
  return {
    kind: 'certificate',
    value: JSON.stringify({ certificate, privateKey }),
    expiresOn: new Date(validTo).toISOString().slice(0, 10),
    publicPart: {
      certificate,
      subject: subject.replaceAll('\n', ', '),
      thumbprint: fingerprint256.replaceAll(':', ''),
    },
  }
}
