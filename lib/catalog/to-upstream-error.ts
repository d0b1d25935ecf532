import { UpstreamError } from '@/lib/catalog/errors'
import type { OpenConnection } from '@/lib/catalog/open-connection'
import { readEntitySets } from '@/lib/connections/entity-sets'
import { requireConnection } from '@/lib/connections/require-connection'
import { diagnose } from '@/lib/diagnosis/diagnose'
import type { Failure } from '@/lib/diagnosis/failure'
import { TokenError } from '@/lib/entra/errors'
import { FinopsError } from '@/lib/finops/errors'
import type { Context } from '@/lib/log/context'

/** The one funnel for what Entra and F&O answer instead of data; anything else stays as it is. */
export async function toUpstreamError(
  ctx: Context,
  { access }: OpenConnection,
  error: unknown,
): Promise<unknown> {
  const failure = evidenceOf(error)
  if (!failure) return error

  const { connectionId, authorityOrigin, tenantId, clientId, environmentUrl, credential } = access
  const { cloud } = await requireConnection(ctx, connectionId)
  const kept = await readEntitySets(ctx, connectionId)
  const ageMs = credential ? ctx.now().getTime() - credential.addedAt.getTime() : 0
  const diagnosis = diagnose(failure, {
    cloud,
    authorityOrigin,
    tenantId,
    clientId,
    environmentUrl,
    secretAgeSeconds: Math.max(0, ageMs / 1000),
    tokenMinted: !(error instanceof TokenError),
    entitySetNames: kept?.entitySets.map(({ name }) => name) ?? [],
  })
  return new UpstreamError(failure, diagnosis, { cause: error })
}

function evidenceOf(error: unknown): Failure | undefined {
  return error instanceof TokenError || error instanceof FinopsError ? error.failure : undefined
}
