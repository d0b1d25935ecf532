import type { CatalogEnum, CatalogField } from '@/lib/contract/catalog'
import type { ValueKind } from '@/lib/odata/query/entity-shape'

/** A column of the grid; `field` and `choice` are null where the catalog knows none. */
export type Column = Readonly<{
  name: string
  kind: ValueKind | 'unknown'
  align: 'left' | 'right'
  /** Of what it holds; a person may have given it another one. */
  widthRem: number
  field: CatalogField | null
  choice: CatalogEnum | null
}>
