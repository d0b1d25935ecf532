import { type Failure, type FailureSource, noTraceIds } from '@/lib/diagnosis/failure'
import type { CheckScope } from '@/lib/proof/scope'

/** Evidence for what went wrong without an answer to show: a time limit, a surprise of our own. */
export function ownFailure(
  scope: Pick<CheckScope, 'subject' | 'now'>,
  facts: Readonly<{ where: FailureSource; code: string; message: string; tookMs: number }>,
): Failure {
  const { subject } = scope
  const origin = facts.where === 'authority' ? subject.authorityOrigin : subject.environmentUrl
  return {
    where: facts.where,
    method: 'GET',
    url: origin ?? subject.environmentUrl,
    status: null,
    code: facts.code,
    message: facts.message,
    headers: {},
    bodyExcerpt: null,
    ids: noTraceIds,
    at: scope.now().toISOString(),
    tookMs: facts.tookMs,
  }
}
