import type { KeyPart } from '@/lib/odata/keys'
import type { FilterGroup } from '@/lib/odata/query/filter-tree'
import type { QueryOption } from '@/lib/odata/query/write-query-text'

/** One item of `$orderby`: a field, or anything else as it was written. */
export type OrderItem =
  | Readonly<{ kind: 'field'; field: string; descending: boolean }>
  | Readonly<{ kind: 'raw'; text: string }>

/** What may be asked of a set of rows, be it an entity set or what a relation leads to. */
export type ReadOptions = Readonly<{
  select: readonly string[]
  filter: FilterGroup
  orderBy: readonly OrderItem[]
  top: number | null
  skip: number | null
  count: boolean | null
  /** What is none of these or could not be read, in the order in which it stood. */
  others: readonly QueryOption[]
}>

/** A relation that is expanded, with its own options. */
export type Expansion = ReadOptions & Readonly<{ relation: string }>

/** The key of one row; `raw` where it could not be read. */
export type KeyLookup =
  | Readonly<{ kind: 'parts'; parts: readonly KeyPart[] }>
  | Readonly<{ kind: 'raw'; text: string }>

/** A read of one entity set. The company, where one is asked for, stands in the filter. */
export type Query = ReadOptions &
  Readonly<{
    entitySet: string
    key: KeyLookup | null
    expand: readonly Expansion[]
    /** F&O's own option: rows of every company that the user may see. */
    crossCompany: boolean | null
  }>

export const noOptions: ReadOptions = {
  select: [],
  filter: { kind: 'group', join: 'and', items: [] },
  orderBy: [],
  top: null,
  skip: null,
  count: null,
  others: [],
}

/** A query of `entitySet` that asks for nothing in particular. */
export function emptyQuery(entitySet: string): Query {
  return { ...noOptions, entitySet, key: null, expand: [], crossCompany: null }
}
