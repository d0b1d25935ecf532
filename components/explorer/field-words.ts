import type { CatalogEnum, CatalogField } from '@/lib/contract/catalog'
import { itemType } from '@/lib/odata/csdl/item-type'

const primitives: Readonly<Record<string, string>> = {
  'Edm.String': 'Text',
  'Edm.Boolean': 'True or false',
  'Edm.Byte': 'Whole number, 0 to 255',
  'Edm.SByte': 'Whole number, -128 to 127',
  'Edm.Int16': 'Whole number, 16 bit',
  'Edm.Int32': 'Whole number',
  'Edm.Int64': 'Whole number, 64 bit',
  'Edm.Decimal': 'Decimal number',
  'Edm.Double': 'Floating-point number',
  'Edm.Single': 'Floating-point number',
  'Edm.Date': 'Date',
  'Edm.DateTimeOffset': 'Date and time',
  'Edm.TimeOfDay': 'Time of day',
  'Edm.Duration': 'Length of time',
  'Edm.Guid': 'GUID',
  'Edm.Binary': 'Bytes',
  'Edm.Stream': 'File',
}

/** A CSDL type in words: `Collection(Edm.String)` -> `List of text`, `A.B.NoYes` -> `NoYes`. */
export function typeWords(type: string): string {
  const item = itemType(type)
  const words = primitives[item] ?? shortName(item)
  if (item === type) return words
  return `List of ${item in primitives ? lowerFirst(words) : words}`
}

/** `Text` -> `text`, but `GUID` as it is. */
function lowerFirst(words: string): string {
  return /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

/** The last part of a qualified name. */
export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1)
}

/** What a field takes, in words. F&O keeps a date without time as a date and time, and says so. */
export function fieldTypeWords({ type, axType, scale }: CatalogField): string {
  if (type === 'Edm.DateTimeOffset' && axType === 'Date') return 'Date'
  const words = typeWords(type)
  return scale === null ? words : `${words}, ${scale} ${scale === 1 ? 'place' : 'places'}`
}

/** When a field may be given; null where always. */
export function editWords({ allowEdit, allowEditOnCreate }: CatalogField): string | null {
  if (allowEdit) return allowEditOnCreate ? null : 'only on change'
  return allowEditOnCreate ? 'only on create' : 'read-only'
}

/** Whether a value must be there; null where nothing more is to be said than that it may not be null. */
export function requiredWords({ isRequired, nullable }: CatalogField): string | null {
  if (isRequired) return 'required'
  return nullable ? 'may be null' : null
}

/** A member as a filter or a body writes it: `Microsoft.Dynamics.DataEntities.NoYes'Yes'`. */
export function enumLiteral({ name }: CatalogEnum, member: string): string {
  return `${name}'${member}'`
}
