import type { DecodedPaste } from '@/lib/diagnosis/decode-paste'
import { explainClaims } from '@/lib/steps/claims-guide'
import type { ExplainedClaim } from '@/lib/steps/claims-readings'

/**
 * The claims of a token that stood in a pasted text. Only what the text itself tells is judged: of
 * an unknown environment no audience is wrong, and an old log may well hold an old token.
 */
export function pastedClaims({ context, failure, timeIsTold }: DecodedPaste): ExplainedClaim[] {
  const { claims, environmentUrl, clientId } = context
  if (!claims) return []
  const explained = explainClaims(claims, {
    resource: environmentUrl ?? '',
    tenantId: null,
    clientId,
    now: new Date(failure.at),
  })
  return explained.map((claim) => {
    if (claim.name === 'aud' && environmentUrl === null) return { ...claim, ...unknownAudience }
    // A clock is only behind or ahead of a time that somebody told.
    if (claim.name === 'nbf' && !timeIsTold) return { ...claim, verdict: 'info' }
    if (claim.name === 'exp') return { ...claim, ...endOf(claim, timeIsTold) }
    return claim
  })
}

type Finding = Pick<ExplainedClaim, 'meaning' | 'verdict'>

const unknownAudience: Finding = {
  meaning: 'Whom the token is for: it has to be the address of the environment, letter by letter.',
  verdict: 'info',
}

function endOf({ verdict }: ExplainedClaim, timeIsTold: boolean): Finding {
  if (!timeIsTold) return { meaning: 'Until when the token was good.', verdict: 'info' }
  return verdict === 'bad'
    ? { meaning: 'The token had ended before this answer.', verdict }
    : { meaning: 'The token was still good at the time of this answer.', verdict }
}
