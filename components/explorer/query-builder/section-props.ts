import type { EntityShape } from '@/lib/odata/query/entity-shape'
import type { Query } from '@/lib/odata/query/query'

/** Takes the query as the builder made it; `typing` where it is one letter of many. */
export type ChangeQuery = (next: Query, typing?: boolean) => void

/** What each part of the builder gets. */
export type SectionProps = Readonly<{ query: Query; shape: EntityShape; onChange: ChangeQuery }>
