import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { ConnectionError } from '@/lib/connections/errors'
import { readAddress, readAuthority } from '@/lib/connections/read-address'
import { requireConnection } from '@/lib/connections/require-connection'
import { type Connection, UpdateConnectionInput } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { connections, entitySets, stepStates, tokenStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { stepIds } from '@/lib/steps/step'

type Changes = Pick<
  Connection,
  'name' | 'environmentUrl' | 'cloud' | 'authorityUrl' | 'tenantId' | 'clientId'
>

/** Fields on which every verdict rests: when one changes, nothing that was proven holds any more. */
const identifying = ['environmentUrl', 'cloud', 'authorityUrl', 'tenantId', 'clientId'] as const

/**
 * Changes what `input` names and leaves the rest. A change of environment, authority, tenant or
 * client takes back what was proven of the former one.
 *
 * @throws {ConnectionError} `not_found`, `bad_address`
 * @throws {z.ZodError} when the input does not fit its schema
 */
export async function updateConnection(
  ctx: Context,
  id: string,
  input: UpdateConnectionInput,
): Promise<Connection> {
  const before = await requireConnection(ctx, id)
  const after = merge(before, UpdateConnectionInput.parse(input))
  const changed = [...identifying, 'name' as const].filter(
    (field) => before[field] !== after[field],
  )
  if (changed.length === 0) return before

  await database().orm.transaction(async (tx) => {
    const updated = await tx
      .update(connections)
      .set({ ...after, updatedAt: ctx.now() })
      .where(eq(connections.id, id))
      .returning({ id: connections.id })
    if (updated.length === 0)
      throw new ConnectionError('not_found', 'The connection was deleted meanwhile.')
    if (identifying.some((field) => changed.includes(field))) await forgetVerdicts(tx, id)
    await recordAudit(tx, ctx, { action: 'connection.update', subject: id, detail: { changed } })
  })
  return requireConnection(ctx, id)
}

function merge(before: Connection, input: UpdateConnectionInput): Changes {
  const cloud = input.cloud ?? before.cloud
  return {
    name: input.name ?? before.name,
    environmentUrl:
      input.environmentUrl === undefined
        ? before.environmentUrl
        : readAddress(input.environmentUrl).url,
    cloud,
    authorityUrl: readAuthority(
      cloud,
      input.authorityUrl === undefined ? before.authorityUrl : input.authorityUrl,
    ),
    tenantId: input.tenantId === undefined ? before.tenantId : input.tenantId,
    clientId: input.clientId === undefined ? before.clientId : input.clientId,
  }
}

async function forgetVerdicts(tx: Transaction, id: string): Promise<void> {
  await tx
    .delete(stepStates)
    .where(and(eq(stepStates.connectionId, id), inArray(stepStates.step, [...stepIds])))
  await tx.delete(tokenStates).where(eq(tokenStates.connectionId, id))
  await tx.delete(entitySets).where(eq(entitySets.connectionId, id))
}
