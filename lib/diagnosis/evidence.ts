import type { DiagnosisContext } from '@/lib/diagnosis/context'
import { type Failure, noTraceIds } from '@/lib/diagnosis/failure'
import type { Finding } from '@/lib/diagnosis/finding'
import { type OAuthError, parseAadsts, parseOAuthError } from '@/lib/diagnosis/parse-aadsts'

/** A failure, read once, in the form in which the rules ask about it. */
export type Evidence = Readonly<{
  failure: Failure
  context: DiagnosisContext
  /** Message and body, for the patterns to look through. */
  text: string
  aadsts: number | null
  oauthError: OAuthError | null
  /** Host that was called, for the sentences; null when the address does not parse. */
  host: string | null
  /** Path that was called, decoded where it can be. */
  path: string
  /** What the chain found by itself; undefined for an answer, or the lack of one. */
  finding?: Finding
}>

/** Gathers what the rules need. Never throws, whatever the failure holds. */
export function toEvidence(failure: Failure, context: DiagnosisContext): Evidence {
  const text = [failure.code, failure.message, failure.bodyExcerpt].filter(Boolean).join('\n')
  const url = URL.canParse(failure.url) ? new URL(failure.url) : undefined
  return {
    failure,
    context,
    text,
    aadsts: isPageOfEnvironment(failure) ? null : (parseAadsts(text)?.code ?? null),
    oauthError: parseOAuthError(text),
    host: url?.hostname || null,
    path: url ? decoded(url.pathname) : failure.url,
  }
}

/** A finding in the form in which the rules ask about it: there is no answer to look at. */
export function toFindingEvidence(finding: Finding, context: DiagnosisContext): Evidence {
  const url = context.environmentUrl ?? ''
  const failure = { ...nothing, url }
  return { ...toEvidence(failure, context), finding }
}

const nothing: Omit<Failure, 'url'> = {
  where: 'fivestep',
  method: 'GET',
  status: null,
  code: null,
  message: null,
  headers: {},
  bodyExcerpt: null,
  ids: noTraceIds,
  at: new Date(0).toISOString(),
  tookMs: 0,
}

/** A sign-in page under the environment's address may hold codes of its own that say nothing here. */
function isPageOfEnvironment({ where, headers, bodyExcerpt }: Failure): boolean {
  if (where !== 'environment') return false
  return /^text\/html/i.test(headers['content-type'] ?? '') || /^\s*</.test(bodyExcerpt ?? '')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // A path with a lone % is evidence as it stands.
    return path
  }
}
