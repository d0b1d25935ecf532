import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '@/lib/audit/record'
import { lockConnection } from '@/lib/connections/lock-connection'
import { readAddress, readAuthority } from '@/lib/connections/read-address'
import { forgetAccess } from '@/lib/connections/recent-access'
import { requireActor } from '@/lib/connections/require-actor'
import { requireConnection } from '@/lib/connections/require-connection'
import { type Connection, UpdateConnectionInput } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/database'
import { connections, entitySets, stepStates, tokenStates } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import type { Cloud } from '@/lib/steps/cloud'
import { stepIds } from '@/lib/steps/step'

type Changes = Awaited<ReturnType<typeof lockConnection>>
type Address = ReturnType<typeof readAddress>

/** These carry every verdict: when one changes, nothing that was proven holds any more. */
const proven = [
  'environmentUrl',
  'cloud',
  'authorityUrl',
  'tenantId',
  'clientId',
] as const satisfies readonly (keyof Changes)[]
const fields = [
  'name',
  'owner',
  'environmentUse',
  ...proven,
] as const satisfies readonly (keyof Changes)[]

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
  requireActor(ctx)
  const parsed = UpdateConnectionInput.parse(input)
  await database().orm.transaction(async (tx) => {
    // Merged with what is stored now, so that two changes of different fields both stay.
    const before = await lockConnection(tx, id)
    const after = merge(before, parsed)
    const changed = fields.filter((field) => before[field] !== after[field])
    if (changed.length === 0) return

    await tx
      .update(connections)
      .set({ ...after, updatedAt: ctx.now() })
      .where(eq(connections.id, id))
    if (proven.some((field) => before[field] !== after[field])) await forgetVerdicts(tx, id)
    await recordAudit(tx, ctx, { action: 'connection.update', subject: id, detail: { changed } })
  })
  forgetAccess()
  return requireConnection(ctx, id)
}

function merge(before: Changes, input: UpdateConnectionInput): Changes {
  const address = input.environmentUrl === undefined ? undefined : readAddress(input.environmentUrl)
  const cloud = input.cloud ?? cloudOf(before, address)
  return {
    name: input.name ?? before.name,
    environmentUrl: address?.url ?? before.environmentUrl,
    cloud,
    authorityUrl: readAuthority(
      cloud,
      input.authorityUrl === undefined ? before.authorityUrl : input.authorityUrl,
    ),
    tenantId: input.tenantId === undefined ? before.tenantId : input.tenantId,
    clientId: input.clientId === undefined ? before.clientId : input.clientId,
    owner: input.owner === undefined ? before.owner : input.owner,
    environmentUse:
      input.environmentUse === undefined ? before.environmentUse : input.environmentUse,
  }
}

/** Another environment may live in another cloud; a host name that no rule knows tells nothing. */
function cloudOf(before: Changes, address: Address | undefined): Cloud {
  const moved = address !== undefined && address.url !== before.environmentUrl
  return moved && address.kind !== 'other' ? address.cloud : before.cloud
}

async function forgetVerdicts(tx: Transaction, id: string): Promise<void> {
  await tx
    .delete(stepStates)
    .where(and(eq(stepStates.connectionId, id), inArray(stepStates.step, [...stepIds])))
  await tx.delete(tokenStates).where(eq(tokenStates.connectionId, id))
  await tx.delete(entitySets).where(eq(entitySets.connectionId, id))
}
