import type { NetworkCode } from '@/lib/diagnosis/failure'
import { OutboundError, type OutboundPhase } from '@/lib/http/outbound-error'

/** Codes of Node's dns, net, tls and zlib, of OpenSSL and of undici, as we call them. */
const codes: Readonly<Record<string, NetworkCode>> = {
  ENOTFOUND: 'dns_not_found',
  ENODATA: 'dns_not_found',
  EAI_NONAME: 'dns_not_found',
  EAI_AGAIN: 'dns_failed',
  EAI_FAIL: 'dns_failed',
  ECONNREFUSED: 'connect_refused',
  ECONNRESET: 'connect_reset',
  EPIPE: 'connect_reset',
  ECONNABORTED: 'connect_reset',
  UND_ERR_SOCKET: 'connect_reset',
  ETIMEDOUT: 'connect_timed_out',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timed_out',
  ENETUNREACH: 'network_unreachable',
  EHOSTUNREACH: 'network_unreachable',
  ENETDOWN: 'network_unreachable',
  EHOSTDOWN: 'network_unreachable',
  EADDRNOTAVAIL: 'network_unreachable',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls_name_mismatch',
  HOSTNAME_MISMATCH: 'tls_name_mismatch',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_self_signed',
  CERT_HAS_EXPIRED: 'tls_expired',
  CERT_NOT_YET_VALID: 'tls_expired',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls_untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_untrusted',
  CERT_UNTRUSTED: 'tls_untrusted',
  CERT_REVOKED: 'tls_untrusted',
  CERT_REJECTED: 'tls_untrusted',
  CERT_SIGNATURE_FAILURE: 'tls_untrusted',
  CERT_CHAIN_TOO_LONG: 'tls_untrusted',
  INVALID_CA: 'tls_untrusted',
  INVALID_PURPOSE: 'tls_untrusted',
  PATH_LENGTH_EXCEEDED: 'tls_untrusted',
  EPROTO: 'tls_failed',
  UND_ERR_HEADERS_TIMEOUT: 'timed_out',
  UND_ERR_BODY_TIMEOUT: 'timed_out',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'body_too_large',
  UND_ERR_HEADERS_OVERFLOW: 'answer_malformed',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'answer_malformed',
  UND_ERR_ABORTED: 'cancelled',
  ABORT_ERR: 'cancelled',
}

const prefixes: readonly (readonly [string, NetworkCode])[] = [
  ['ERR_SSL_', 'tls_failed'],
  ['ERR_TLS_', 'tls_failed'],
  ['HPE_', 'answer_malformed'],
  ['Z_', 'answer_malformed'],
  ['ERR_BROTLI', 'answer_malformed'],
  ['ERR__ERROR_FORMAT', 'answer_malformed'],
]

/** Our name for what Node, OpenSSL, zlib or undici threw; `unexpected` where it is none of theirs. */
export function toNetworkCode(error: unknown, phase: OutboundPhase): NetworkCode {
  for (const code of codesOf(error)) {
    const known = codes[code] ?? prefixes.find(([prefix]) => code.startsWith(prefix))?.[1]
    if (known === undefined) continue
    return known
  }
  return phase === 'tls' ? 'tls_failed' : 'unexpected'
}

/** The funnel through which every foreign error of an outbound call passes. */
export function toOutboundError(error: unknown, host: string, phase: OutboundPhase): OutboundError {
  if (error instanceof OutboundError) return error
  const message = error instanceof Error ? error.message : String(error)
  return new OutboundError({
    code: toNetworkCode(error, phase),
    host,
    phase,
    message: `${host}: ${message || [...codesOf(error)].join(', ')}`,
    cause: error,
  })
}

/** Codes of an error, of the attempts inside an AggregateError, and of what caused it. */
function* codesOf(error: unknown): Generator<string> {
  if (!(error instanceof Error)) return
  if ('code' in error && typeof error.code === 'string') yield error.code
  if (error.name === 'AbortError') yield 'ABORT_ERR'
  if (error instanceof AggregateError) for (const inner of error.errors) yield* codesOf(inner)
  if (error.cause !== undefined) yield* codesOf(error.cause)
}
