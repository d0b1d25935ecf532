import { z } from 'zod'

/** An index into one of the lists; -1 for none. */
const Index = z.int().min(-1)

/** One entity set or singleton, as far as finding it goes. */
export const SearchableSet = z.object({
  name: z.string(),
  /** Qualified name of its type. */
  type: z.string(),
  isSingleton: z.boolean(),
  isReadOnly: z.boolean(),
  /** True where its key names a company (`dataAreaId`). */
  isPerCompany: z.boolean(),
  /** Index into `labels`. */
  label: Index,
  /** How many parts its key has. */
  keyParts: z.int().nonnegative(),
  /** Indexes into `fields`, those of base types first. */
  fields: z.array(z.int().nonnegative()),
})
export type SearchableSet = z.infer<typeof SearchableSet>

/**
 * What a catalog can be searched by, small enough for a browser: 4,000 entity sets name the same
 * few thousand fields over and over, so each field is told once.
 */
export const SearchData = z.object({
  sets: z.array(SearchableSet),
  fields: z.object({
    names: z.array(z.string()),
    /** Indexes into `types`. */
    types: z.array(Index),
    /** Indexes into `labels`. */
    labels: z.array(Index),
  }),
  /** Types that fields have, as CSDL writes them. */
  types: z.array(z.string()),
  /** Label ids such as `@SYS13342`, or the text itself. */
  labels: z.array(z.string()),
  /** Members of those of `types` that are enums, by qualified name. */
  enums: z.record(z.string(), z.array(z.string())),
})
export type SearchData = z.infer<typeof SearchData>
