import { z } from 'zod'
import type { FoundSets } from '@/components/data/found-sets'
import { EntityCategory } from '@/lib/contract/catalog-facts'

/** What the page says to the thread that searches. */
export const ToIndex = z.discriminatedUnion('type', [
  /** The JSON of the search data, once and first. */
  z.object({ type: z.literal('open'), json: z.instanceof(ArrayBuffer) }),
  /** What is known beside the catalog; what is found from then on has it. */
  z.object({
    type: z.literal('dress'),
    labels: z.record(z.string(), z.string()),
    categories: z.record(z.string(), EntityCategory),
  }),
  z.object({
    type: z.literal('find'),
    id: z.int(),
    text: z.string(),
    category: EntityCategory.nullable(),
  }),
])
export type ToIndex = z.infer<typeof ToIndex>

/** What the thread answers. */
export type FromIndex =
  | Readonly<{ type: 'ready' }>
  | Readonly<{ type: 'broken'; message: string }>
  | Readonly<{ type: 'found'; id: number; found: FoundSets }>
