import { infolog } from '@/lib/sandbox/finops/http/answers'
import {
  type EntitySet,
  type Field,
  fieldOf,
  humanize,
  type Row,
  type Value,
} from '@/lib/sandbox/finops/model/schema'
import { findRow } from '@/lib/sandbox/finops/read/find-row'
import { storeOf, type World } from '@/lib/sandbox/finops/world'

/**
 * What X++ checks before it writes: mandatory fields, and values that must exist elsewhere.
 *
 * @throws {FinopsRefusal} 500 with the infolog
 */
export function validateRow(world: World, set: EntitySet, row: Row): void {
  for (const field of set.fields) {
    const value = row[field.name]
    if (field.isRequired && (value === undefined || value === '')) {
      throw writeFailed(set, `Error: Field '${humanize(field.name)}' must be filled in.`)
    }
    if (value !== undefined && value !== '') requireReference(world, set, { field, value, row })
  }
}

function writeFailed(set: EntitySet, log: string) {
  return infolog(`Write failed for table row of type '${set.dataEntity}'. Infolog: ${log}`)
}

type Checked = Readonly<{ field: Field; value: Value; row: Row }>

function requireReference(world: World, set: EntitySet, { field, value, row }: Checked): void {
  const target = field.reference && world.catalog.get(field.reference.set)
  const other = target && field.reference && fieldOf(target, field.reference.field)
  if (!target || !other) return
  const company = fieldOf(target, 'dataAreaId')
  const values = new Map<Field, Value>([[other, value]])
  if (company) values.set(company, row.dataAreaId ?? '')
  if (findRow(storeOf(world, target), values, null)) return
  const label = humanize(field.name)
  throw writeFailed(
    set,
    `Warning: The value '${String(value)}' in field '${label}' is not found in the related table '${target.label}'.; Warning: validateField failed on field '${set.dataEntity}.${field.name}'.`,
  )
}
