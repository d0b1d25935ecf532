import { entitySetDetail } from '@/lib/catalog/entity-set-detail'
import { toOpenApi } from '@/lib/code/basket/to-openapi'
import { toTypes } from '@/lib/code/basket/to-types'
import { toTokenUrl } from '@/lib/code/code-request'
import { requireConnection } from '@/lib/connections/require-connection'
import type { BasketQuery } from '@/lib/contract/basket'
import type { EntitySetDetail } from '@/lib/contract/catalog'
import type { Context } from '@/lib/log/context'
import { authorityOrigin } from '@/lib/steps/cloud'

/** A file that describes the entity sets of a basket. */
export type BasketFile = Readonly<{ name: string; type: string; text: string }>

/**
 * Describes entity sets of a connection's present catalog as an OpenAPI document or as TypeScript.
 *
 * @throws {ConnectionError} `not_found`
 * @throws {CatalogError} `no_catalog`, `no_entity_set`
 */
export async function describeBasket(
  ctx: Context,
  connectionId: string,
  { format, names }: BasketQuery,
): Promise<BasketFile> {
  const connection = await requireConnection(ctx, connectionId)
  const details: EntitySetDetail[] = []
  for (const name of names) details.push(await entitySetDetail(ctx, connectionId, name))
  if (format === 'typescript') {
    return { name: 'entity-sets.ts', type: 'text/plain; charset=utf-8', text: toTypes(details) }
  }
  const { name, environmentUrl, tenantId, cloud, authorityUrl } = connection
  const origin = authorityOrigin(cloud, authorityUrl)
  const tokenUrl = origin && tenantId ? toTokenUrl(origin, tenantId) : undefined
  const document = toOpenApi(details, { title: name, environmentUrl, tokenUrl })
  const text = `${JSON.stringify(document, null, 2)}\n`
  return { name: 'openapi.json', type: 'application/json', text }
}
