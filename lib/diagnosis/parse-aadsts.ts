/** What Entra writes about itself into an error text. */
export type AadstsText = Readonly<{
  /** The number alone: 7000215. */
  code: number
  traceId: string | null
  correlationId: string | null
  /** As Entra writes it: `2026-11-25 08:00:00Z`. */
  timestamp: string | null
}>

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const codePattern = /AADSTS[ _-]?(\d{4,9})/i
const tracePattern = new RegExp(`trace[ _]?id["']?\\s*[:=]\\s*["']?(${guid})`, 'i')
const correlationPattern = new RegExp(`correlation[ _]?id["']?\\s*[:=]\\s*["']?(${guid})`, 'i')
const timestampPattern =
  /timestamp["']?\s*[:=]\s*["']?(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?)/i
const textLengthMax = 200_000

/**
 * Pulls code, trace id, correlation id and time out of any text: an error description, a JSON body,
 * a log line. Undefined when the text names no AADSTS code. Reads the first 200,000 characters.
 */
export function parseAadsts(text: string): AadstsText | undefined {
  const head = text.slice(0, textLengthMax)
  const code = codePattern.exec(head)?.[1]
  if (code === undefined) return undefined
  return {
    code: Number(code),
    traceId: tracePattern.exec(head)?.[1] ?? null,
    correlationId: correlationPattern.exec(head)?.[1] ?? null,
    timestamp: timestampPattern.exec(head)?.[1] ?? null,
  }
}

const oauthErrors = [
  'invalid_request',
  'invalid_client',
  'unauthorized_client',
  'invalid_grant',
  'invalid_resource',
  'invalid_scope',
  'unsupported_grant_type',
  'unsupported_response_type',
  'interaction_required',
  'consent_required',
  'login_required',
  'access_denied',
  'temporarily_unavailable',
  'server_error',
] as const

/** The OAuth `error` values that Entra is known to answer. */
export type OAuthError = (typeof oauthErrors)[number]

const oauthPattern = new RegExp(`\\b(${oauthErrors.join('|')})\\b`)

/** The OAuth `error` value that a text names, or null. @see RFC 6749, section 5.2 */
export function parseOAuthError(text: string): OAuthError | null {
  const found = oauthPattern.exec(text.slice(0, textLengthMax))?.[1]
  return oauthErrors.find((name) => name === found) ?? null
}
