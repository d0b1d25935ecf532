import { blank, redactText } from '@/lib/diagnosis/redact'

/** Shorter ones would blank words of the text that are no secret at all. */
const secretLengthMin = 4

/**
 * `text` without what {@link redactText} blanks, and without `secrets`, also where they stand
 * percent-encoded, form-encoded, or escaped for JSON or HTML.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text
  for (const secret of secrets) {
    if (secret.length < secretLengthMin) continue
    for (const form of formsOf(secret)) clean = clean.replaceAll(form, blank)
  }
  return redactText(clean)
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
