import forge from 'node-forge'
import { CertificateError } from '@/lib/entra/certificate-errors'

/** What a PFX file holds, PEM. */
export type OpenedPfx = Readonly<{ certificatesPem: string[]; keyPem: string | undefined }>

const { pki, pkcs12, asn1, util } = forge
const { certBag, keyBag, pkcs8ShroudedKeyBag } = pki.oids

/**
 * Opens a PFX (PKCS #12) file. Node can use one for TLS but tells nothing of what is in it.
 *
 * @throws {CertificateError} `unreadable`, `password_wrong`, `key_not_rsa`
 * @see RFC 7292
 */
export function openPfx(bytes: Uint8Array, password: string): OpenedPfx {
  const tree = readTree(bytes)
  const pfx = openTree(tree, password)
  const bagsOf = (type: string | undefined) =>
    type === undefined ? [] : (pfx.getBags({ bagType: type })[type] ?? [])
  const keys = [...bagsOf(pkcs8ShroudedKeyBag), ...bagsOf(keyBag)]
  const [first] = keys
  if (first && !first.key) throw new CertificateError('key_not_rsa')
  return {
    certificatesPem: bagsOf(certBag).flatMap(({ cert }) =>
      cert ? [pki.certificateToPem(cert)] : [],
    ),
    keyPem: first?.key ? pki.privateKeyToPem(first.key) : undefined,
  }
}

function readTree(bytes: Uint8Array) {
  try {
    return asn1.fromDer(util.createBuffer(Buffer.from(bytes).toString('binary')))
  } catch (cause) {
    throw new CertificateError('unreadable', { cause })
  }
}

function openTree(tree: forge.asn1.Asn1, password: string) {
  try {
    return pkcs12.pkcs12FromAsn1(tree, false, password)
  } catch (cause) {
    const isPassword = cause instanceof Error && /password|MAC could not/i.test(cause.message)
    throw new CertificateError(isPassword ? 'password_wrong' : 'unreadable', { cause })
  }
}
