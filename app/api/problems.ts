import { z } from 'zod'
import { AccessError, type AccessErrorCode } from '@/lib/access/errors'
import { CanaryError } from '@/lib/canaries/errors'
import { CatalogError, UpstreamError } from '@/lib/catalog/errors'
import { ConnectionError } from '@/lib/connections/errors'
import type { Problem, ProblemCode } from '@/lib/contract/problem'
import { DatabaseError } from '@/lib/db/errors'
import type { Failure } from '@/lib/diagnosis/failure'
import { CertificateError } from '@/lib/entra/certificate-errors'
import { ExportError } from '@/lib/exports/errors'
import { VaultError } from '@/lib/vault/errors'

/** The caller's own request cannot be served; raised by the door and by thin routes. */
export class RequestError extends Error {
  override readonly name = 'RequestError'
  readonly code: ProblemCode

  constructor(message: string, { code, ...options }: ErrorOptions & { code: ProblemCode }) {
    super(message, options)
    this.code = code
  }
}

const words: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  bad_request: [400, 'The request is not usable'],
  not_signed_in: [401, 'Sign in first'],
  not_allowed: [403, 'This is not allowed'],
  not_found: [404, 'There is no such thing'],
  conflict: [409, 'It does not fit what is stored'],
  body_too_large: [413, 'The request body is too large'],
  too_many_requests: [429, 'Too many requests'],
  setup_link_invalid: [403, 'This link does not work'],
  upstream_failed: [502, 'The call to Microsoft failed'],
  vault_locked: [503, 'The vault is locked'],
  database_unavailable: [503, 'The database does not answer'],
  cancelled: [499, 'Cancelled'],
  unexpected: [500, 'Something broke inside Fivestep'],
}

const accessWords: Readonly<Record<AccessErrorCode, readonly [code: ProblemCode, detail: string]>> =
  {
    not_signed_in: ['not_signed_in', 'There is no session, or it has ended.'],
    setup_link_invalid: [
      'setup_link_invalid',
      'A set-up link works once, and each start of the server replaces it. Use the one that the newest start printed.',
    ],
    already_set_up: ['conflict', 'There is an admin already. Sign in instead.'],
    token_invalid: ['not_signed_in', 'The token is unknown, revoked or expired.'],
    not_allowed: ['not_allowed', 'Your role does not reach that far here. Ask an admin.'],
    production_closed: [
      'not_allowed',
      'Production is read-only until an admin opens it for a time, on the page of the connection.',
    ],
    hidden: ['not_found', 'There is no such connection. It may have been deleted.'],
    invitation_invalid: [
      'setup_link_invalid',
      'An invitation works once and for a few days. Ask an admin for a new one.',
    ],
    not_found: ['not_found', 'It may have been removed meanwhile.'],
    last_admin: ['conflict', 'Somebody has to be admin. Make another one first.'],
    email_taken: ['conflict', 'Somebody signs in with this address already.'],
    too_many_guesses: [
      'too_many_requests',
      'Too many sign-ins failed for this account. Try again in a quarter of an hour.',
    ],
  }

const catalogCodes: Readonly<Record<CatalogError['code'], ProblemCode>> = {
  bad_path: 'bad_request',
  bad_query: 'bad_request',
  no_catalog: 'not_found',
  no_entity_set: 'not_found',
  bad_document: 'bad_request',
  too_large: 'body_too_large',
  too_many: 'conflict',
}

const connectionCodes: Readonly<Record<ConnectionError['code'], ProblemCode>> = {
  not_found: 'not_found',
  bad_address: 'bad_request',
  incomplete: 'conflict',
  conflict: 'conflict',
}

const canaryCodes: Readonly<Record<CanaryError['code'], ProblemCode>> = {
  not_found: 'not_found',
  bad_filter: 'bad_request',
  not_now: 'conflict',
}

const exportCodes: Readonly<Record<ExportError['code'], ProblemCode>> = {
  not_found: 'not_found',
  not_now: 'conflict',
  not_here: 'conflict',
  bad_request: 'bad_request',
}

/**
 * Names what the caller may know of `error`. What is not ours keeps its message for the log:
 * a driver's or a library's text can hold anything.
 */
export function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof z.ZodError) {
    const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
    return { ...problem('bad_request', z.prettifyError(error), requestId), errors }
  }
  if (error instanceof RequestError) return problem(error.code, error.message, requestId)
  if (error instanceof UpstreamError) return upstreamProblem(error, requestId)
  if (error instanceof CatalogError) {
    return problem(catalogCodes[error.code], error.message, requestId)
  }
  if (error instanceof ConnectionError) {
    return problem(connectionCodes[error.code], error.detail, requestId)
  }
  if (error instanceof CertificateError) return problem('bad_request', error.detail, requestId)
  if (error instanceof CanaryError) {
    return problem(canaryCodes[error.code], error.detail, requestId)
  }
  if (error instanceof ExportError) {
    return problem(exportCodes[error.code], error.detail, requestId)
  }
  if (isCancelled(error)) {
    return problem('cancelled', 'The call was given up before it was answered.', requestId)
  }
  if (error instanceof AccessError) return problem(...accessWords[error.code], requestId)
  if (error instanceof VaultError) {
    return problem(
      'vault_locked',
      'The master key does not open this credential. See the log.',
      requestId,
    )
  }
  if (error instanceof DatabaseError) {
    return problem(
      'database_unavailable',
      'Try again in a moment; if it stays, see the log.',
      requestId,
    )
  }
  return problem(
    'unexpected',
    `Nothing was lost. The log has the cause under ${requestId}.`,
    requestId,
  )
}

/** By name, since the class may have been loaded once more in another bundle. */
function isCancelled(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'OutboundError' &&
    'code' in error &&
    error.code === 'cancelled'
  )
}

function problem(code: ProblemCode, detail: string, requestId: string): Problem {
  const [status, title] = words[code]
  return { type: `urn:fivestep:problem:${code}`, code, title, status, detail, requestId }
}

function upstreamProblem({ failure, diagnosis }: UpstreamError, requestId: string): Problem {
  return {
    ...problem('upstream_failed', diagnosis.cause, requestId),
    title: diagnosis.title,
    status: upstreamStatus(failure),
    diagnosis,
    failure,
  }
}

/** Refusals of the query itself keep their status; 401 and 403 would read as ours, so they do not. */
function upstreamStatus({ status, code }: Failure): number {
  if (status !== null && [400, 404, 405, 409, 412, 413, 414, 429].includes(status)) return status
  return code === 'timed_out' || code === 'connect_timed_out' ? 504 : 502
}
