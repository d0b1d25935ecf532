import type { Failure } from '@/lib/diagnosis/failure'

/** Every way in which asking an authority for a token can fail. */
export type TokenErrorCode =
  | 'secret_wrong'
  | 'secret_expired'
  | 'secret_missing'
  | 'app_unknown'
  | 'app_disabled'
  | 'principal_missing'
  | 'tenant_unknown'
  | 'resource_unknown'
  | 'consent_missing'
  | 'blocked_by_policy'
  | 'unavailable'
  | 'unreachable'
  | 'malformed'
  | 'refused'

/** A token could not be minted. `code` is stable; `message` is for the log, never for the page. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly code: TokenErrorCode
  /** The evidence, without a secret in it. */
  readonly failure: Failure

  constructor(code: TokenErrorCode, failure: Failure, cause?: unknown) {
    super(`${failure.code ?? code}: ${failure.message ?? 'no token'}`, { cause })
    this.code = code
    this.failure = failure
  }
}

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const codes: Readonly<Record<string, TokenErrorCode>> = {
  AADSTS7000215: 'secret_wrong',
  AADSTS7000222: 'secret_expired',
  AADSTS7000218: 'secret_missing',
  AADSTS7000216: 'secret_missing',
  AADSTS700016: 'app_unknown',
  AADSTS7000112: 'app_disabled',
  AADSTS7000229: 'principal_missing',
  AADSTS90002: 'tenant_unknown',
  AADSTS900023: 'tenant_unknown',
  AADSTS500011: 'resource_unknown',
  AADSTS50001: 'resource_unknown',
  AADSTS65001: 'consent_missing',
  AADSTS501051: 'consent_missing',
  AADSTS50105: 'consent_missing',
  AADSTS53003: 'blocked_by_policy',
  AADSTS530031: 'blocked_by_policy',
  AADSTS530035: 'blocked_by_policy',
  AADSTS90033: 'unavailable',
  AADSTS90024: 'unavailable',
  AADSTS50196: 'unavailable',
  temporarily_unavailable: 'unavailable',
  answer_malformed: 'malformed',
  body_too_large: 'malformed',
}

/** The error that `failure` is evidence of. */
export function toTokenError(failure: Failure, cause?: unknown): TokenError {
  const known = failure.code === null ? undefined : codes[failure.code]
  return new TokenError(known ?? byStatus(failure), failure, cause)
}

function byStatus({ status }: Failure): TokenErrorCode {
  if (status === null) return 'unreachable'
  if (status === 429 || status >= 500) return 'unavailable'
  return status < 400 ? 'malformed' : 'refused'
}
