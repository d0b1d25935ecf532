const blank = '[redacted]'

const secretFields =
  'client_secret|client_assertion|assertion|access_token|refresh_token|id_token|password|secretText|secret'

const patterns: readonly (readonly [RegExp, string])[] = [
  // A challenge begins with the same word as a token does, but goes on with `name=value`.
  [/\b(Bearer|Basic)\s+(?![a-z_]+=[^=\s])[a-z0-9._~+/=-]{8,}/gi, `$1 ${blank}`],
  [/\beyJ[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*){2,4}/g, blank],
  [new RegExp(`\\b(${secretFields})=[^&\\s"'<>]+`, 'gi'), `$1=${blank}`],
  [
    new RegExp(`(["'])(${secretFields})\\1\\s*:\\s*(["'])(?:\\\\.|(?!\\3)[^\\\\])*(\\3|$)`, 'gi'),
    `$1$2$1:$3${blank}$3`,
  ],
  // An authorization code and a signature are long; the same names also stand for short numbers.
  [/\b(code|sig)=[a-z0-9._~%+/-]{32,}/gi, `$1=${blank}`],
]

/** Shorter ones would blank words of the text that are no secret at all. */
const secretLengthMin = 4

/**
 * `text` without bearer tokens, JWTs, secrets in form or JSON fields, and without `secrets`, also
 * where they stand percent-encoded, form-encoded, or escaped for JSON or HTML.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text
  for (const secret of secrets) {
    if (secret.length < secretLengthMin) continue
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, blank)
  }
  for (const [pattern, replacement] of patterns) clean = clean.replace(pattern, replacement)
  return clean
}

function formsOf(secret: string): Set<string> {
  const percent = percentEncoded(secret)
  return new Set([
    secret,
    percent,
    percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
    new URLSearchParams({ s: secret }).toString().slice(2),
    JSON.stringify(secret).slice(1, -1),
    secret.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`),
    secret
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;'),
  ])
}

function percentEncoded(secret: string): string {
  // A lone surrogate cannot be encoded; such a secret has no percent-encoded form to look for.
  return secret.isWellFormed() ? encodeURIComponent(secret) : secret
}
