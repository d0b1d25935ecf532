import type { FindingId, KnownFinding } from '@/lib/diagnosis/finding-rules'
import { type ClosedCredential, openCredential } from '@/lib/entra/credential'
import { daysText } from '@/lib/proof/days-text'
import { failedFinding, warnedFinding } from '@/lib/proof/failed-by'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope, ProofSubject } from '@/lib/proof/scope'
import { findSlips } from '@/lib/steps/slips'

const dayMs = 86_400_000
const expiringDays = 30
const longLivedDays = 366

/** There is a secret, this server can open it, and by its noted date it is neither over nor eternal. */
export async function checkCredential(scope: CheckScope): Promise<CheckOutcome> {
  const credential = scope.subject.credential
  if (!credential) return failedFinding(scope, { id: 'proof.missing-secret' })
  const flaw = await flawOf(scope.subject, credential)
  if (flaw) return failedFinding(scope, flaw)
  if (credential.kind === 'federated') {
    const summary = 'The platform that Fivestep runs on vouches for the app.'
    return { verdict: 'passed', summary, evidence: evidence({ Kind: credential.kind }) }
  }

  const { expiresOn, addedAt } = credential
  const daysLeft = expiresOn === null ? undefined : daysUntil(expiresOn, scope.now())
  const facts = evidence({
    Kind: credential.kind,
    'Added at': addedAt.toISOString(),
    'Expires on': expiresOn,
    'Days left': daysLeft,
  })
  const concern = expiresOn === null ? undefined : concernOf(expiresOn, daysLeft ?? 0)
  if (concern) return warnedFinding(scope, concern, { evidence: facts })
  const what = `A ${credential.kind} is stored`
  const summary =
    daysLeft === undefined
      ? `${what}; when it expires has not been noted.`
      : `${what}, with ${daysLeft} days left.`
  return { verdict: 'passed', summary, evidence: facts }
}

/** What is wrong with it that Entra need not be asked for. */
async function flawOf(
  subject: ProofSubject,
  credential: ClosedCredential,
): Promise<KnownFinding | undefined> {
  try {
    const opened = await openCredential(credential)
    const slip = opened.kind === 'secret' ? visibleSlip(subject, opened.secret) : undefined
    return slip && { id: slip }
  } catch (error) {
    if (isVaultError(error)) return { id: 'proof.secret-unreadable' }
    const detail = assertionDetail(error)
    if (detail === undefined) throw error
    return { id: 'proof.platform-token-missing', facts: { reason: detail } }
  }
}

/** What no secret of Entra's ever looks like; another authority may make them as it likes. */
function visibleSlip({ cloud, tenantId, clientId }: ProofSubject, secret: string) {
  if (cloud === 'custom') return undefined
  const slips = findSlips({ field: 'secret', value: secret, others: { tenantId, clientId } })
  return slips.map(({ code }) => notASecret[code]).find((id) => id !== undefined)
}

const notASecret: Readonly<Record<string, FindingId>> = {
  secret_is_secret_id: 'proof.secret-is-secret-id',
  secret_is_client_id: 'proof.secret-is-client-id',
  secret_is_tenant_id: 'proof.secret-is-tenant-id',
  secret_is_token: 'proof.secret-is-token',
  secret_is_certificate: 'proof.secret-is-certificate',
  secret_is_reference: 'proof.secret-is-reference',
  secret_is_hidden: 'proof.secret-is-hidden',
  placeholder: 'proof.secret-is-placeholder',
}

function concernOf(expiresOn: string, daysLeft: number): KnownFinding | undefined {
  const facts = { days: daysText(daysLeft), date: expiresOn }
  if (daysLeft < 0) return { id: 'proof.secret-noted-expired', facts }
  if (daysLeft < expiringDays) return { id: 'proof.secret-expiring', facts }
  return daysLeft > longLivedDays ? { id: 'proof.secret-long-lived' } : undefined
}

/** Whole days, by UTC; 0 on the day itself. */
function daysUntil(day: string, now: Date): number {
  const today = Date.parse(now.toISOString().slice(0, 10))
  return Math.round((Date.parse(day) - today) / dayMs)
}

/** By its name, since the class may have been loaded once more in another bundle. */
function assertionDetail(error: unknown): string | undefined {
  const isIt = error instanceof Error && error.name === 'AssertionError' && 'detail' in error
  return isIt ? String(error.detail) : undefined
}

/** By its name: the vault is two rooms away, and only its verdict matters here. */
function isVaultError(error: unknown): boolean {
  return error instanceof Error && error.name === 'VaultError'
}
