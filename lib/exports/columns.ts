import { z } from 'zod'
import type { CatalogField } from '@/lib/contract/catalog'
import { parseMoment } from '@/lib/exports/moment'
import { eachField } from '@/lib/exports/row-cells'

/** A column of the file. */
export const Column = z.object({
  name: z.string(),
  /** As CSDL writes it; `Json` for what is nested, `Enum` for a member's name. */
  type: z.string(),
  precision: z.int().nullable(),
  scale: z.int().nullable(),
})
export type Column = z.infer<typeof Column>

/** What is known of an entity set's fields, and what the query asks for. */
export type ColumnWish = Readonly<{
  fields: readonly CatalogField[] | undefined
  /** Names in the order of the file, where somebody chose. */
  chosen: readonly string[] | undefined
  /** Rows of the first page. */
  sample: readonly string[]
}>

/**
 * The columns of the file: those that were chosen, else those that the rows have, in their order.
 * Types come from the catalog; what it does not know is told from the sample.
 */
export function toColumns({ fields, chosen, sample }: ColumnWish): Column[] {
  const known = new Map(fields?.map((field) => [field.name, field]))
  const seen = kindsOf(sample)
  const names = chosen ?? namesOf({ fields, seen })
  return names.map((name) => {
    const field = known.get(name)
    if (!field) return { name, type: inferred(seen.get(name)), precision: null, scale: null }
    const { precision, scale } = field
    return { name, type: typeOf(field.type), precision, scale }
  })
}

type Kind = 'text' | 'moment' | 'number' | 'boolean' | 'nested'

function namesOf({
  fields,
  seen,
}: Readonly<{ fields: ColumnWish['fields']; seen: ReadonlyMap<string, ReadonlySet<Kind>> }>) {
  // Without a row there is no telling what the query selects, so the whole entity it is.
  return seen.size > 0 ? [...seen.keys()] : (fields?.map(({ name }) => name) ?? [])
}

function typeOf(type: string): string {
  if (type.startsWith('Collection(')) return 'Json'
  return type.startsWith('Edm.') ? type : 'Enum'
}

function kindsOf(rows: readonly string[]): ReadonlyMap<string, ReadonlySet<Kind>> {
  const kinds = new Map<string, Set<Kind>>()
  for (const row of rows) {
    eachField(row, (name, value) => {
      if (name.includes('@')) return
      const set = kinds.get(name) ?? new Set()
      kinds.set(name, set)
      const kind = kindOf(value)
      if (kind) set.add(kind)
    })
  }
  return kinds
}

function kindOf(value: string): Kind | undefined {
  switch (value[0]) {
    case '"':
      return parseMoment(value.slice(1, -1)) ? 'moment' : 'text'
    case '{':
    case '[':
      return 'nested'
    case 't':
    case 'f':
      return 'boolean'
    case 'n':
      return undefined
    default:
      return 'number'
  }
}

function isText(kind: Kind): boolean {
  return kind === 'text' || kind === 'moment'
}

function inferred(kinds: ReadonlySet<Kind> | undefined): string {
  const [kind = 'text', other] = kinds ?? []
  if (other !== undefined) return isText(kind) && isText(other) ? 'Edm.String' : 'Json'
  switch (kind) {
    case 'number':
      return 'Edm.Double'
    case 'boolean':
      return 'Edm.Boolean'
    case 'nested':
      return 'Json'
    case 'moment':
      return 'Edm.DateTimeOffset'
    case 'text':
      return 'Edm.String'
  }
}
