import { z } from 'zod'
import type { Environment } from '@/lib/finops/environment'
import { readODataJson } from '@/lib/finops/read-odata'
import { nextLinkUrl } from '@/lib/finops/request-url'

const Text = z.string().nullish()

/** Written as a list by some versions, and as one text by others. */
const Tags = z.union([z.array(z.string()), z.string()]).nullish()

/** An item of `/metadata/DataEntities`. Everything but a name may be missing in an older version. */
const DataEntity = z.object({
  Name: z.string(),
  PublicEntityName: Text,
  PublicCollectionName: Text,
  LabelId: Text,
  DataServiceEnabled: z.boolean().nullish(),
  DataManagementEnabled: z.boolean().nullish(),
  EntityCategory: Text,
  IsReadOnly: z.boolean().nullish(),
  Tags,
})

/** An item of `/metadata/PublicEntities`, without its fields. */
const PublicEntity = z.object({
  Name: z.string(),
  EntitySetName: z.string(),
  LabelId: Text,
  IsReadOnly: z.boolean().nullish(),
})

/** What the environment says of an entity set beside its fields. */
export type ListedEntity = Readonly<{
  /** Of the entity set. */
  name: string
  /** Of the entity type. */
  type: string
  /** Of the data entity in X++; null where only its public side was told. */
  dataEntity: string | null
  labelId: string | null
  /** As F&O writes it: `Master`, `Parameters`. */
  category: string | null
  isReadOnly: boolean
  /** Whether data management (packages, a staging table) is open to it; null where not told. */
  isDataManagement: boolean | null
  tags: readonly string[]
}>

type Limits = Readonly<{ signal: AbortSignal }>

/** F&O sends all in one answer; links to more are followed, but not for ever. */
const pagesMax = 100
const timeoutMs = 60_000

/**
 * The entities that are public, as `/metadata/DataEntities` lists them: name, label, category,
 * whether data management is open to them. A megabyte, where `/metadata/PublicEntities` writes
 * every field of each; that one is asked, for names and labels alone, where the first is refused.
 *
 * @throws {FinopsError} where the environment has no such service or lets nobody see it;
 * {@link TokenError}, {@link OutboundError} `cancelled`
 */
export async function listDataEntities(
  environment: Environment,
  { signal }: Limits,
): Promise<ListedEntity[]> {
  try {
    return await fromDataEntities(environment, { signal })
  } catch (error) {
    if (signal.aborted) throw error
    // What the second says tells as much as what the first did: both are one service.
    return await fromPublicEntities(environment, { signal })
  }
}

async function fromDataEntities(environment: Environment, limits: Limits): Promise<ListedEntity[]> {
  const items = await listAll(environment, DataEntity, {
    ...limits,
    path: '/metadata/DataEntities',
  })
  return items.flatMap((item) => {
    const { PublicCollectionName: name, PublicEntityName: type } = item
    if (!name || !type || item.DataServiceEnabled === false) return []
    return {
      name,
      type,
      dataEntity: item.Name,
      labelId: item.LabelId || null,
      category: item.EntityCategory || null,
      isReadOnly: item.IsReadOnly === true,
      isDataManagement: item.DataManagementEnabled ?? null,
      tags: toTags(item.Tags),
    }
  })
}

async function fromPublicEntities(
  environment: Environment,
  limits: Limits,
): Promise<ListedEntity[]> {
  const items = await listAll(environment, PublicEntity, {
    ...limits,
    path: '/metadata/PublicEntities',
    query: '$select=Name,EntitySetName,LabelId,IsReadOnly',
  })
  return items.map((item) => ({
    name: item.EntitySetName,
    type: item.Name,
    dataEntity: null,
    labelId: item.LabelId || null,
    category: null,
    isReadOnly: item.IsReadOnly === true,
    isDataManagement: null,
    tags: [],
  }))
}

async function listAll<T>(
  environment: Environment,
  Item: z.ZodType<T>,
  read: Readonly<{ path: string; query?: string; signal: AbortSignal }>,
): Promise<T[]> {
  const Page = z.object({ value: z.array(Item), '@odata.nextLink': z.string().optional() })
  const found: T[] = []
  let next: typeof read | undefined = read
  for (let pages = 0; next && pages < pagesMax; pages += 1) {
    const page: z.infer<typeof Page> = await readODataJson(environment, Page, {
      ...next,
      timeoutMs,
    })
    found.push(...page.value)
    const link = page['@odata.nextLink']
    const url = link === undefined ? undefined : new URL(nextLinkUrl(environment, link))
    next = url && { path: url.pathname, query: url.search.slice(1), signal: read.signal }
  }
  return found
}

function toTags(tags: z.infer<typeof Tags>): string[] {
  const list = typeof tags === 'string' ? tags.split(/[;,]/) : (tags ?? [])
  return list.map((tag) => tag.trim()).filter((tag) => tag !== '')
}
