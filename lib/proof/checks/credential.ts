import { failedFinding } from '@/lib/proof/failed-by'
import { type Finding, toDiagnosis } from '@/lib/proof/finding'
import {
  notFilledIn,
  secretExpiring,
  secretIsNone,
  secretLongLived,
  secretUnreadable,
} from '@/lib/proof/findings-setup'
import { type CheckOutcome, evidence } from '@/lib/proof/outcome'
import type { CheckScope, ProofSubject } from '@/lib/proof/scope'
import { findSlips } from '@/lib/steps/slips'

const dayMs = 86_400_000
const expiringDays = 30
const longLivedDays = 366

/** There is a secret, this server can open it, and by its noted date it is neither over nor eternal. */
export async function checkCredential(scope: CheckScope): Promise<CheckOutcome> {
  const credential = scope.subject.credential
  if (!credential) return failedFinding(scope, notFilledIn('secret'))
  try {
    const slip = visibleSlip(scope.subject, await credential.secret())
    if (slip) return failedFinding(scope, secretIsNone(slip))
  } catch (error) {
    if (!isVaultError(error)) throw error
    return failedFinding(scope, secretUnreadable())
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
  if (concern) {
    const diagnosis = toDiagnosis(concern, scope.subject)
    return { verdict: 'warned', summary: `${concern.title}.`, evidence: facts, diagnosis }
  }
  const summary =
    daysLeft === undefined
      ? 'A secret is stored; when it expires has not been noted.'
      : `A secret is stored, with ${daysLeft} days left.`
  return { verdict: 'passed', summary, evidence: facts }
}

/** What no secret of Entra's ever looks like; another authority may make them as it likes. */
function visibleSlip({ cloud, tenantId, clientId }: ProofSubject, secret: string) {
  if (cloud === 'custom') return undefined
  const slips = findSlips({ field: 'secret', value: secret, others: { tenantId, clientId } })
  return slips.find(({ certain, code }) => certain && /^(secret_is_|placeholder$)/.test(code))
}

function concernOf(expiresOn: string, daysLeft: number): Finding | undefined {
  if (daysLeft < expiringDays) return secretExpiring(daysLeft, expiresOn)
  return daysLeft > longLivedDays ? secretLongLived(daysLeft) : undefined
}

/** Whole days, by UTC; 0 on the day itself. */
function daysUntil(day: string, now: Date): number {
  const today = Date.parse(now.toISOString().slice(0, 10))
  return Math.round((Date.parse(day) - today) / dayMs)
}

/** By its name: the vault is two rooms away, and only its verdict matters here. */
function isVaultError(error: unknown): boolean {
  return error instanceof Error && error.name === 'VaultError'
}
