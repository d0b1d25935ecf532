/** The primitive types that F&O's metadata and the OData grammar for URLs share. */
export const edmPrimitives = [
  'Edm.Binary',
  'Edm.Boolean',
  'Edm.Byte',
  'Edm.Date',
  'Edm.DateTimeOffset',
  'Edm.Decimal',
  'Edm.Double',
  'Edm.Duration',
  'Edm.Guid',
  'Edm.Int16',
  'Edm.Int32',
  'Edm.Int64',
  'Edm.SByte',
  'Edm.Single',
  'Edm.String',
  'Edm.TimeOfDay',
] as const

export type EdmPrimitive = (typeof edmPrimitives)[number]

export function isEdmPrimitive(name: string): name is EdmPrimitive {
  return edmPrimitives.some((primitive) => primitive === name)
}

export type EdmInteger = 'Edm.Byte' | 'Edm.SByte' | 'Edm.Int16' | 'Edm.Int32' | 'Edm.Int64'

/** Inclusive bounds of the integer types. */
export const integerBounds: Readonly<Record<EdmInteger, readonly [bigint, bigint]>> = {
  'Edm.Byte': [0n, 255n],
  'Edm.SByte': [-128n, 127n],
  'Edm.Int16': [-32_768n, 32_767n],
  'Edm.Int32': [-2_147_483_648n, 2_147_483_647n],
  'Edm.Int64': [-9_223_372_036_854_775_808n, 9_223_372_036_854_775_807n],
}

const hex = '[0-9A-Fa-f]'
const day = '-?(?:0\\d{3}|[1-9]\\d{3,})-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])'
const hour = '(?:[01]\\d|2[0-3])'
const time = `${hour}:[0-5]\\d(?::(?:[0-5]\\d|60)(?:\\.\\d{1,12})?)?`

/**
 * Bodies of the literal forms as regular expressions, without anchors.
 *
 * @see OData ABNF, section 7 "Literal Data Values"; seconds may be left out, 60 is a leap second
 */
export const literalForms = {
  guid: `${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12}`,
  date: day,
  dateTimeOffset: `${day}[Tt]${time}(?:[Zz]|[+-]${hour}:[0-5]\\d)`,
  timeOfDay: time,
  duration: '-?P(?=[\\dT])(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?',
  number: '[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?',
  binary:
    '(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-][AQgw](?:==)?|[A-Za-z0-9_-]{2}[AEIMQUYcgkosw048]=?)?',
} as const

/** Letters, digits and underscores as XML and OData take them; at most 128 characters. */
export const identifierForm =
  '[\\p{L}\\p{Nl}_][\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]{0,127}'

const identifier = new RegExp(`^${identifierForm}$`, 'u')

/** Whether `text` may name a property, a type or an entity set; no dots. */
export function isIdentifier(text: string): boolean {
  return identifier.test(text)
}
