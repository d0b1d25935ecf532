import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EdmPrimitive, integerBounds } from '@/lib/odata/edm'
import { LiteralError } from '@/lib/odata/errors'
import { parseLiteral, printLiteral, readLiteral, toLiteral } from '@/lib/odata/literal'

describe('writing literals', () => {
  test.each([
    ['Edm.String', "O'Neil", "'O''Neil'"],
    ['Edm.String', '', "''"],
    ['Edm.Boolean', true, 'true'],
    ['Edm.Int32', 2_147_483_647, '2147483647'],
    ['Edm.Int64', 9_223_372_036_854_775_807n, '9223372036854775807'],
    ['Edm.Int64', '9223372036854775807', '9223372036854775807'],
    ['Edm.Decimal', '79228162514264337593543950335.5', '79228162514264337593543950335.5'],
    ['Edm.Double', Number.POSITIVE_INFINITY, 'INF'],
    ['Edm.Double', Number.NEGATIVE_INFINITY, '-INF'],
    ['Edm.Double', Number.NaN, 'NaN'],
    ['Edm.Date', '2024-02-29', '2024-02-29'],
    ['Edm.DateTimeOffset', new Date(0), '1970-01-01T00:00:00.000Z'],
    ['Edm.DateTimeOffset', '1900-01-01T00:00:00Z', '1900-01-01T00:00:00Z'],
    ['Edm.Guid', '6d1e0a53-93a1-4d0c-8f3e-0d0b7f0a5b11', '6d1e0a53-93a1-4d0c-8f3e-0d0b7f0a5b11'],
    ['Edm.Duration', 'P1DT2H', "duration'P1DT2H'"],
    ['Edm.Binary', 'Zg==', "binary'Zg=='"],
    ['Edm.TimeOfDay', '23:59:59.5', '23:59:59.5'],
  ] as const)('%s %s is %s', (type, value, text) => {
    expect(toLiteral(type, value)).toBe(text)
    expect(printLiteral(parseLiteral(text, type))).toBe(text)
  })

  test.each([
    ['Edm.Int32', 1.5],
    ['Edm.Int32', Number.NaN],
    ['Edm.Int32', 2 ** 31],
    ['Edm.Int32', 'seven'],
    ['Edm.Byte', -1],
    ['Edm.Int64', 9_223_372_036_854_775_808n],
    ['Edm.Boolean', 'true'],
    ['Edm.String', 5],
    ['Edm.Decimal', true],
    ['Edm.Guid', 'not-a-guid'],
    ['Edm.Date', '2024-13-01'],
    ['Edm.Date', '2024-01-01 or true'],
    ['Edm.DateTimeOffset', '2024-01-01'],
    ['Edm.DateTimeOffset', new Date(Number.NaN)],
    ['Edm.Duration', 'P'],
    ['Edm.Duration', "PT1H' or '"],
    ['Edm.Binary', 'not base64!'],
  ] as const)('%s cannot hold %s, and the error names both', (type, value) => {
    expect(() => toLiteral(type, value)).toThrow(
      expect.objectContaining({
        code: 'literal_out_of_type',
        type,
        message: `${String(value)} is no ${type}`,
      }),
    )
  })
})

describe('reading literals', () => {
  test.each([
    ['5', 'Edm.Int32'],
    ['-5', 'Edm.Int32'],
    ['5000000000', 'Edm.Int64'],
    ['99999999999999999999', 'Edm.Decimal'],
    ['5.0', 'Edm.Decimal'],
    ['5e0', 'Edm.Double'],
    ['2024-01-01', 'Edm.Date'],
    ['2024-01-01T00:00:00Z', 'Edm.DateTimeOffset'],
    ['12:30', 'Edm.TimeOfDay'],
    ["'2024-01-01'", 'Edm.String'],
    ["Microsoft.Dynamics.DataEntities.NoYes'Yes'", 'enum'],
    ['null', 'null'],
  ])('%s is %s by its form', (text, type) => {
    expect(readLiteral(text)?.type).toBe(type)
  })

  test.each(['', "'", "'a", "a'b'", 'abc', '5 ', "NoYes'Yes'", '.5', "duration'x'", '0x10'])(
    '%j is no literal',
    (text) => {
      expect(readLiteral(text)).toBeUndefined()
      expect(() => parseLiteral(text)).toThrow(LiteralError)
    },
  )

  test.each([
    ["'5'", 'Edm.Int32'],
    ['5', 'Edm.String'],
    ['true', 'Edm.Int32'],
    ['null', 'Edm.String'],
    ['300', 'Edm.Byte'],
  ] as const)('%s is no %s', (text, type) => {
    expect(() => parseLiteral(text, type)).toThrow(LiteralError)
  })

  test('any text survives as a string, any number as a number', async () => {
    await fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseLiteral(toLiteral('Edm.String', text))).toEqual({
          type: 'Edm.String',
          value: text,
        })
      }),
    )
    const whole = (type: keyof typeof integerBounds) => {
      const [min, max] = integerBounds[type]
      return fc.bigInt({ min, max }).map((value): [EdmPrimitive, bigint] => [type, value])
    }
    await fc.assert(
      fc.property(
        fc.oneof(whole('Edm.Int16'), whole('Edm.Int32'), whole('Edm.Int64')),
        ([type, value]) => {
          expect(parseLiteral(toLiteral(type, value), type)).toEqual({ type, value: String(value) })
        },
      ),
    )
    await fc.assert(
      fc.property(fc.double(), (value) => {
        const read = parseLiteral(toLiteral('Edm.Double', value), 'Edm.Double')
        const text = 'value' in read ? String(read.value).replace('INF', 'Infinity') : ''
        expect(Object.is(Number(text), value) || Number(text) === value).toBe(true)
      }),
    )
  })
})
