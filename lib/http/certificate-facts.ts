import type { PeerCertificate, TLSSocket } from 'node:tls'
import { type DialOptions, dialUnverified } from '@/lib/http/dial'
import type { EgressTarget } from '@/lib/http/egress'
import type { CertificateFacts, OutboundError } from '@/lib/http/outbound-error'

/**
 * The same error with what the certificate says, where that is to blame. A second handshake reads
 * it; nothing is ever sent over that one.
 */
export async function withCertificate(
  error: OutboundError,
  target: EgressTarget,
  options: DialOptions,
): Promise<OutboundError> {
  if (error.phase !== 'tls' || !error.code.startsWith('tls_')) return error
  try {
    const socket = await dialUnverified(target, options)
    const certificate = certificateOf(socket)
    socket.on('error', () => undefined).destroy()
    return certificate === undefined ? error : withFacts(error, certificate)
  } catch {
    // The first error is the finding; what cannot be read a second time adds nothing to it.
    return error
  }
}

/** The message is what reaches the diagnosis, and who issued the certificate tells who answered. */
function withFacts(error: OutboundError, certificate: CertificateFacts): OutboundError {
  const { subject, issuer, validTo } = certificate
  const until = Number.isNaN(validTo.getTime()) ? 'unknown' : validTo.toISOString()
  const message = `${error.message} (subject: ${subject}; issuer: ${issuer}; valid until: ${until})`
  return error.with({ certificate, message })
}

/** What the certificate of the other side says; undefined where there is none. */
export function certificateOf(socket: TLSSocket): CertificateFacts | undefined {
  const peer: PeerCertificate | Record<string, never> = socket.getPeerCertificate()
  if (!('valid_to' in peer) || peer.valid_to === undefined) return undefined
  return {
    subject: nameOf(peer.subject),
    issuer: nameOf(peer.issuer),
    altNames: (peer.subjectaltname ?? '').split(/,\s*/).filter(Boolean),
    validFrom: new Date(peer.valid_from),
    validTo: new Date(peer.valid_to),
    fingerprint256: peer.fingerprint256,
  }
}

/** A certificate’s subject or issuer, for a person. */
export function nameOf(name: PeerCertificate['subject'] | undefined): string {
  return [name?.CN, name?.O].filter(Boolean).join(', ') || 'no name'
}
