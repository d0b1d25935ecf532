import { z } from 'zod'
import type { FoundSets } from '@/components/data/found-sets'

/** What the page says to the thread that searches. */
export const ToIndex = z.discriminatedUnion('type', [
  /** The JSON of the search data, once and first. */
  z.object({ type: z.literal('open'), json: z.instanceof(ArrayBuffer) }),
  z.object({ type: z.literal('find'), id: z.int(), text: z.string() }),
])
export type ToIndex = z.infer<typeof ToIndex>

/** What the thread answers. */
export type FromIndex =
  | Readonly<{ type: 'ready' }>
  | Readonly<{ type: 'broken'; message: string }>
  | Readonly<{ type: 'found'; id: number; found: FoundSets }>
