import type { EntitySet } from '@/lib/sandbox/finops/model/schema'
import { unknownProperty } from '@/lib/sandbox/finops/query/operand'

/** The same names, when the entity has them all.
 * @throws {FinopsRefusal} 400 for the first that it has not
 */
export function checkSelect(names: readonly string[], set: EntitySet): readonly string[] {
  const known = new Set([
    '*',
    ...set.fields.map((field) => field.name),
    ...set.navigations.map((navigation) => navigation.name),
  ])
  const unknown = names.find((name) => !known.has(name))
  if (unknown !== undefined) throw unknownProperty(unknown, set)
  return names
}
