import { z } from 'zod'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'

const PublicEnumeration = z.object({ Members: z.array(z.object({ Name: z.string() })) })

/** Of the largest enum; whole metadata is a hundred times that. */
const bodyBytesMax = 1024 ** 2

/**
 * Names of the members of one enum, as the environment describes it. Undefined where that does not
 * come in time; it is asked after a failure, which is no reason for another one.
 */
export async function readEnumMembers(
  environment: Environment,
  name: string,
  limits: Readonly<{ signal: AbortSignal; timeoutMs: number }>,
): Promise<readonly string[] | undefined> {
  const path = `/metadata/PublicEnumerations('${encodeURIComponent(name)}')`
  const read = { ...limits, path, bodyBytesMax, waitMsMax: 0 }
  const described = await readODataJson(environment, PublicEnumeration, read).catch(() => undefined)
  return described?.Members.map((member) => member.Name)
}
