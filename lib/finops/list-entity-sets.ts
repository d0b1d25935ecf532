import { z } from 'zod'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'

/** @see OData JSON Format 4.0, section 5: Service Document */
const ServiceDocument = z.object({
  value: z.array(
    z.object({
      name: z.string(),
      /** Left out for entity sets by some services; the default is `EntitySet`. */
      kind: z.string().optional(),
      url: z.string(),
    }),
  ),
})

export type ListedEntitySet = Readonly<{ name: string; url: string }>

/**
 * The entity sets that the environment offers, in its own order, from the service document.
 *
 * @throws {FinopsError}, {@link TokenError}, {@link OutboundError} `cancelled`, as
 * {@link readODataJson} does.
 */
export async function listEntitySets(
  environment: Environment,
  { signal }: Readonly<{ signal: AbortSignal }>,
): Promise<ListedEntitySet[]> {
  const document = await readODataJson(environment, ServiceDocument, { path: '', signal })
  return document.value
    .filter(({ kind }) => kind === undefined || kind === 'EntitySet')
    .map(({ name, url }) => ({ name, url }))
}
