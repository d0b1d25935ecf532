import { recordAudit } from '@/lib/audit/record'
import { readAddress, readAuthority } from '@/lib/connections/read-address'
import { requireActor } from '@/lib/connections/require-actor'
import { requireConnection } from '@/lib/connections/require-connection'
import { type Connection, CreateConnectionInput } from '@/lib/contract/connection'
import { database } from '@/lib/db/client'
import { newId } from '@/lib/db/new-id'
import { connections } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'

/**
 * Makes a connection to the environment at a pasted address; all its steps are to do.
 *
 * @throws {ConnectionError} `bad_address`
 * @throws {z.ZodError} when the input does not fit its schema
 */
export async function createConnection(
  ctx: Context,
  input: CreateConnectionInput,
): Promise<Connection> {
  requireActor(ctx)
  const parsed = CreateConnectionInput.parse(input)
  const address = readAddress(parsed.environmentUrl)
  const cloud = parsed.cloud ?? address.cloud
  const row = {
    id: newId('con'),
    name: parsed.name ?? address.suggestedName,
    environmentUrl: address.url,
    cloud,
    authorityUrl: readAuthority(cloud, parsed.authorityUrl ?? null),
    tenantId: parsed.tenantId ?? null,
    clientId: null,
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
  }
  await database().orm.transaction(async (tx) => {
    await tx.insert(connections).values(row)
    const { environmentUrl, tenantId } = row
    const detail = { environmentUrl, cloud, tenantId }
    await recordAudit(tx, ctx, { action: 'connection.create', subject: row.id, detail })
  })
  return requireConnection(ctx, row.id)
}
