import { eq } from 'drizzle-orm'
import { ConnectionError } from '@/lib/connections/errors'
import type { Connection } from '@/lib/contract/connection'
import type { Transaction } from '@/lib/db/database'
import { connections } from '@/lib/db/schema'
import { Cloud } from '@/lib/steps/cloud'
import { EnvironmentUse } from '@/lib/steps/environment-use'

/** What a connection's own row holds that can be changed. */
type Row = Pick<
  Connection,
  'name' | 'environmentUrl' | 'cloud' | 'authorityUrl' | 'tenantId' | 'clientId' | 'owner'
> &
  Readonly<{ environmentUse: EnvironmentUse | null }>

/**
 * The connection's own row, which no other transaction changes until this one has ended.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function lockConnection(tx: Transaction, id: string): Promise<Row> {
  const [row] = await tx.select().from(connections).where(eq(connections.id, id)).for('update')
  if (!row) {
    throw new ConnectionError('not_found', 'There is no such connection. It may have been deleted.')
  }
  const environmentUse = EnvironmentUse.nullable().parse(row.environmentUse)
  return { ...row, cloud: Cloud.parse(row.cloud), environmentUse }
}
