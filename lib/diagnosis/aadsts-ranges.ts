import type { OAuthError } from '@/lib/diagnosis/parse-aadsts'
import type { StepId } from '@/lib/steps/step'

/** What the first digits of an AADSTS code tell, where the code itself is in no list. */
export type CodeRange = Readonly<{ prefix: string; about: string; step: StepId | null }>

/** Longest prefix first counts. Finer codes carry the digits of the coarse one in front. */
const ranges: readonly CodeRange[] = [
  { prefix: '7000', about: 'the app itself: its registration or its credential', step: 'register' },
  { prefix: '7002', about: 'federated credentials and assertions', step: 'secret' },
  {
    prefix: '500',
    about: 'tokens, the tenant and the resource that is asked for',
    step: 'credentials',
  },
  { prefix: '501', about: 'the assignment of apps and people, and claims', step: 'permissions' },
  { prefix: '502', about: 'signatures and keys', step: 'secret' },
  { prefix: '530', about: 'Conditional Access and other policies', step: null },
  { prefix: '650', about: 'permissions and consent', step: 'permissions' },
  {
    prefix: '90',
    about: 'the request as such, the tenant, or Entra’s own services',
    step: 'credentials',
  },
  { prefix: '70', about: 'the OAuth request of an app', step: 'credentials' },
  { prefix: '65', about: 'permissions and consent', step: 'permissions' },
  { prefix: '53', about: 'Conditional Access and other policies', step: null },
  { prefix: '50', about: 'the sign-in and its tokens', step: null },
  { prefix: '51', about: 'accounts and their directory', step: null },
  { prefix: '40', about: 'an outside identity provider', step: null },
  { prefix: '20', about: 'an outside identity provider', step: null },
  { prefix: '16', about: 'the choice of an account at the screen', step: null },
  { prefix: '75', about: 'SAML sign-ins', step: null },
  { prefix: '76', about: 'SAML sign-ins', step: null },
  { prefix: '80', about: 'passwords that are checked in Active Directory', step: null },
  { prefix: '81', about: 'Windows sign-on', step: null },
  { prefix: '12', about: 'a change of a person’s password', step: null },
  { prefix: '13', about: 'Windows Hello and devices', step: null },
  { prefix: '14', about: 'sessions and one-time values', step: null },
  { prefix: '10', about: 'sign-ins across tenants and clouds', step: 'credentials' },
  { prefix: '1', about: 'sign-in and tokens', step: null },
]

const anything: CodeRange = { prefix: '', about: 'sign-in and tokens', step: null }

/** What the number range of `code` is about; there is always an answer. */
export function rangeOf(code: number): CodeRange {
  const digits = String(code)
  const fitting = ranges.filter(({ prefix }) => digits.startsWith(prefix))
  return fitting.toSorted((one, other) => other.prefix.length - one.prefix.length)[0] ?? anything
}

/** The coarser codes that a finer one may belong to: 7000215 is a kind of 700021 and of 70002. */
export function coarserCodes(code: number): number[] {
  const digits = String(code)
  const lengths = Array.from({ length: Math.max(0, digits.length - 5) }, (_, index) => index + 1)
  return lengths.map((cut) => Number(digits.slice(0, -cut)))
}

type OAuthAdvice = Readonly<{ says: string; step: StepId | null }>

/** What an OAuth `error` value adds. @see RFC 6749, section 5.2 */
export const oauthAdvice: Readonly<Record<OAuthError, OAuthAdvice>> = {
  invalid_request: { says: 'the request is incomplete or not written right', step: 'credentials' },
  invalid_client: { says: 'the app or its credential was refused', step: 'secret' },
  unauthorized_client: { says: 'the app may not ask like this', step: 'register' },
  invalid_grant: { says: 'what was presented for a token is no longer good', step: 'secret' },
  invalid_resource: { says: 'the resource is not known', step: 'credentials' },
  invalid_scope: { says: 'the scope is not right', step: 'credentials' },
  unsupported_grant_type: { says: 'the grant type is not known', step: 'credentials' },
  unsupported_response_type: { says: 'the response type is not allowed', step: 'register' },
  interaction_required: { says: 'a person would have to act', step: null },
  consent_required: { says: 'consent is missing', step: 'permissions' },
  login_required: { says: 'a person would have to sign in', step: null },
  access_denied: { says: 'access was denied, by consent or by a policy', step: 'permissions' },
  temporarily_unavailable: { says: 'the service is not available for the moment', step: null },
  server_error: { says: 'the service itself failed', step: null },
}
