import type { DiagnosisContext } from '@/lib/diagnosis/diagnose'
import type { CheckScope } from '@/lib/proof/scope'

/** What the diagnosis may know of this run, so far. */
export function diagnosisContext(
  scope: Pick<CheckScope, 'subject' | 'found' | 'now'>,
): DiagnosisContext {
  const { subject, found } = scope
  const addedAt = subject.credential?.addedAt
  return {
    cloud: subject.cloud,
    authorityOrigin: subject.authorityOrigin,
    tenantId: subject.tenantId,
    clientId: subject.clientId,
    environmentUrl: subject.environmentUrl,
    environmentTenantId: found.challenge?.tenantId ?? null,
    tokenMinted: found.token !== undefined,
    ...(found.token && { claims: found.token.claims }),
    ...(found.entitySets && { entitySetNames: found.entitySets.map((set) => set.name) }),
    ...(addedAt && {
      secretAgeSeconds: Math.max(0, (scope.now().getTime() - addedAt.getTime()) / 1000),
    }),
  }
}
