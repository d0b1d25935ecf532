import { enumMembers } from '@/lib/catalog/enum-members'
import { UpstreamError } from '@/lib/catalog/errors'
import type { OpenConnection } from '@/lib/catalog/open-connection'
import { readEntitySets, saveEntitySets } from '@/lib/connections/entity-sets'
import { requireConnection } from '@/lib/connections/require-connection'
import { diagnose } from '@/lib/diagnosis/diagnose'
import type { Failure } from '@/lib/diagnosis/failure'
import { namedEnum } from '@/lib/diagnosis/named-enum'
import { TokenError } from '@/lib/entra/errors'
import { FinopsError } from '@/lib/finops/errors'
import { listEntitySets } from '@/lib/finops/list-entity-sets'
import { isFieldUnknown, readFieldNames } from '@/lib/finops/read-field-names'
import type { Context } from '@/lib/log/context'

/** How long names that are like the wrong one are looked for, after a call that failed anyway. */
const namesTimeoutMs = 4000

/** The one funnel for what Entra and F&O answer instead of data; anything else stays as it is. */
export async function toUpstreamError(
  ctx: Context,
  open: OpenConnection,
  error: unknown,
): Promise<unknown> {
  const failure = evidenceOf(error)
  if (!failure) return error

  const { access } = open
  const { connectionId, authorityOrigin, tenantId, clientId, environmentUrl, credential } = access
  const { cloud } = await requireConnection(ctx, connectionId)
  const ageMs = credential ? ctx.now().getTime() - credential.addedAt.getTime() : 0
  const diagnosis = diagnose(failure, {
    cloud,
    authorityOrigin,
    tenantId,
    clientId,
    environmentUrl,
    secretAgeSeconds: Math.max(0, ageMs / 1000),
    tokenMinted: !(error instanceof TokenError),
    ...(await namesFor(ctx, open, failure)),
  })
  return new UpstreamError(failure, diagnosis, { cause: error })
}

function evidenceOf(error: unknown): Failure | undefined {
  return error instanceof TokenError || error instanceof FinopsError ? error.failure : undefined
}

/** The real names that a wrong one may have been meant as; only such a failure asks for them. */
async function namesFor(ctx: Context, open: OpenConnection, failure: Failure) {
  const limits = {
    signal: AbortSignal.any([ctx.signal, AbortSignal.timeout(namesTimeoutMs)]),
    timeoutMs: namesTimeoutMs,
  }
  if (failure.status === 404) {
    return { entitySetNames: await entitySetNames(ctx, open, limits.signal) }
  }
  const wrong = enumOf(failure)
  if (wrong) {
    const members = await enumMembers(open, wrong, limits)
    return members ? { enumMembers: members } : {}
  }
  if (!isFieldUnknown(failure)) return {}
  const fieldNames = await readFieldNames(open.environment, failure, limits)
  return fieldNames ? { fieldNames } : {}
}

/** The enum of a literal that F&O refuses, where it names one. */
function enumOf({ message, bodyExcerpt }: Failure): string | undefined {
  const text = `${message}\n${bodyExcerpt}`
  return /not a valid enumeration type constant|incompatible types/i.test(text)
    ? namedEnum(text)
    : undefined
}

async function entitySetNames(
  ctx: Context,
  { access, environment }: OpenConnection,
  signal: AbortSignal,
): Promise<string[]> {
  const kept = await readEntitySets(ctx, access.connectionId)
  if (kept) return kept.entitySets.map(({ name }) => name)
  try {
    const listed = await listEntitySets(environment, { signal })
    await saveEntitySets(ctx, access.connectionId, listed)
    return listed.map(({ name }) => name)
  } catch (error) {
    ctx.log.debug({ err: error }, 'no names to suggest in place of a wrong one')
    return []
  }
}
