import type { PickerOption } from '@/components/ui/picker'
import type { EntityShape } from '@/lib/odata/query/entity-shape'

const optionsOf = new WeakMap<EntityShape, readonly PickerOption[]>()

/** The fields of an entity set to pick from; the same list each time, so that nothing is drawn anew. */
export function fieldOptions(shape: EntityShape): readonly PickerOption[] {
  const known = optionsOf.get(shape)
  if (known) return known
  const options = shape.fields.map(({ name, type, isKey }) => ({
    value: name,
    detail: `${type.slice(type.lastIndexOf('.') + 1)}${isKey ? ', key' : ''}`,
  }))
  optionsOf.set(shape, options)
  return options
}
