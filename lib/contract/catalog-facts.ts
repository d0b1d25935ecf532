import { z } from 'zod'
import { Timestamp } from '@/lib/contract/ids'

/** What F&O calls the kinds of its entities, in the order in which its own pages list them. */
export const entityCategories = [
  'Master',
  'Document',
  'Transaction',
  'Reference',
  'Parameter',
] as const
export const EntityCategory = z.enum(entityCategories)
export type EntityCategory = z.infer<typeof EntityCategory>

/** What an environment says of an entity set beside its fields. */
export const EntityFact = z.object({
  name: z.string(),
  type: z.string(),
  /** Name of the data entity in X++. */
  dataEntity: z.string().nullable(),
  labelId: z.string().nullable(),
  category: EntityCategory.nullable(),
  isReadOnly: z.boolean(),
  /** Whether data management, and so a staging table, is open to it; null where not told. */
  isDataManagement: z.boolean().nullable(),
  tags: z.array(z.string()),
})
export type EntityFact = z.infer<typeof EntityFact>

/** `GET /api/connections/{id}/catalog/facts` */
export const EntityFactList = z.object({
  facts: z.array(EntityFact),
  /** Why there are none: the environment has no `/metadata`, or does not show it. */
  refusal: z.string().nullable(),
  /** Of the environment; null where it does not tell. */
  version: z.string().nullable(),
  /** That F&O itself speaks there: `en-us`; null where it does not tell. */
  language: z.string().nullable(),
  readAt: Timestamp,
})
export type EntityFactList = z.infer<typeof EntityFactList>
