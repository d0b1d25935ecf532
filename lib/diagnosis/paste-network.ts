import type { NetworkCode } from '@/lib/diagnosis/failure'

/** What runtimes and tools say when no answer came, and our one code for it. First match counts. */
const sayings: readonly (readonly [NetworkCode, RegExp])[] = [
  [
    'proxy_failed',
    /\b407\b[^\n]{0,40}prox|prox[^\n]{0,40}\b407\b|proxy authentication required|could not resolve proxy/i,
  ],
  [
    'dns_not_found',
    /\bENOTFOUND\b|could not resolve host|name or service not known|no such host is known|remote name could not be resolved|nodename nor servname|NXDOMAIN|getaddrinfo failed/i,
  ],
  ['dns_failed', /\bEAI_AGAIN\b|temporary failure in name resolution|\bESERVFAIL\b/i],
  [
    'tls_expired',
    /CERT_HAS_EXPIRED|certificate has expired|certificate is not yet valid|NotTimeValid/i,
  ],
  [
    'tls_name_mismatch',
    /ERR_TLS_CERT_ALTNAME_INVALID|RemoteCertificateNameMismatch|no alternative certificate subject name matches|hostname[^\n]{0,40}(doesn't|does not) match|SSL_ERROR_BAD_CERT_DOMAIN|CERT_COMMON_NAME_INVALID/i,
  ],
  [
    'tls_self_signed',
    /DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|self[- ]signed certificate/i,
  ],
  [
    'tls_untrusted',
    /UNABLE_TO_(GET_ISSUER_CERT|VERIFY_LEAF)|unable to get (local )?issuer certificate|could not establish trust relationship|UntrustedRoot|PartialChain|RemoteCertificateChainErrors|unable to find valid certification path|certificate verify failed/i,
  ],
  [
    'tls_failed',
    /wrong version number|handshake failure|EPROTO\b|SSL connection could not be established|SSLHandshakeException|ERR_SSL_/i,
  ],
  ['connect_refused', /\bECONNREFUSED\b|connection refused|actively refused/i],
  [
    'connect_reset',
    /\bECONNRESET\b|connection reset|forcibly closed by the remote host|socket hang up|SSL_ERROR_SYSCALL|unexpected EOF|underlying connection was closed/i,
  ],
  ['network_unreachable', /\bE(NET|HOST)UNREACH\b|network is unreachable|no route to host/i],
  [
    'connect_timed_out',
    /UND_ERR_CONNECT_TIMEOUT|connect(ion)? timed? ?out|\bETIMEDOUT\b|failed to connect[^\n]{0,80}timed out|connected party did not properly respond/i,
  ],
  [
    'timed_out',
    /HttpClient\.Timeout|operation (has )?timed out|request timed out|read timed out|ESOCKETTIMEDOUT|TaskCanceledException|WebExceptionStatus\.Timeout/i,
  ],
]

/** The network code that a text speaks of; undefined when an answer seems to have come. */
export function networkCodeOf(text: string): NetworkCode | undefined {
  return sayings.find(([, pattern]) => pattern.test(text))?.[0]
}
