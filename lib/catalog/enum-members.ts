import type { OpenConnection } from '@/lib/catalog/open-connection'
import { listReadings, readThings } from '@/lib/catalog/store/read-catalog'
import { readEnumMembers } from '@/lib/finops/read-enum-members'
import type { CsdlType } from '@/lib/odata/csdl/model'

/**
 * Names of the members of an enum of F&O: from the connection's catalog, or where that does not
 * have it from the environment. Undefined where neither tells within `limits`.
 */
export async function enumMembers(
  { access, environment }: OpenConnection,
  name: string,
  limits: Readonly<{ signal: AbortSignal; timeoutMs: number }>,
): Promise<readonly string[] | undefined> {
  const kept = await keptType(access.connectionId, `Microsoft.Dynamics.DataEntities.${name}`)
  if (kept?.kind === 'enum') return kept.members.map((member) => member.name)
  return await readEnumMembers(environment, name, limits)
}

async function keptType(connectionId: string, name: string): Promise<CsdlType | undefined> {
  const [reading] = await listReadings(connectionId)
  if (!reading) return undefined
  return (await readThings<CsdlType>(reading.catalogId, 'type', [name])).get(name)
}
