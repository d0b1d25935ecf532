import { expect, test } from 'vitest'
import { addCondition, conditionOfCell } from '@/lib/odata/query/add-condition'
import type { EntityShape } from '@/lib/odata/query/entity-shape'
import { parseQuery } from '@/lib/odata/query/parse-query'
import { applyQuery } from '@/lib/odata/query/print-query'

const blocked = 'Microsoft.Dynamics.DataEntities.CustVendorBlocked'
const shape: EntityShape = {
  name: 'CustomersV3',
  key: ['CustomerAccount'],
  fields: [
    { name: 'CustomerAccount', type: 'Edm.String', isKey: true },
    { name: 'OnHoldStatus', type: blocked, isKey: false },
    { name: 'CreditLimit', type: 'Edm.Decimal', isKey: false },
    { name: 'Since', type: 'Edm.DateTimeOffset', isKey: false },
  ],
  enums: [{ name: blocked, members: [{ name: 'No', value: '0' }] }],
  relations: [],
}

function narrowed(text: string, condition: ReturnType<typeof conditionOfCell>) {
  if (!condition) throw new Error('no condition')
  return applyQuery(text, addCondition(parseQuery('CustomersV3', text), condition))
}

const noDate = conditionOfCell(shape, 'Since', null)

test.each([
  ['CustomerAccount', "O'Neil", "CustomerAccount eq 'O''Neil'"],
  ['OnHoldStatus', 'No', `OnHoldStatus eq ${blocked}'No'`],
  ['CreditLimit', 12.5, 'CreditLimit eq 12.5'],
  ['Since', '1900-01-01T00:00:00Z', 'Since eq 1900-01-01T00:00:00Z'],
  ['Since', null, 'Since eq null'],
])('a cell of %s with %s is filtered by as its type is written', (field, value, filter) => {
  expect(narrowed('$top=5', conditionOfCell(shape, field, value))).toBe(`$top=5&$filter=${filter}`)
})

test.each([
  ['A', "Name eq 'A'"],
  [7, 'Name eq 7'],
  [true, 'Name eq true'],
  ['2020-01-31T12:00:00Z', 'Name eq 2020-01-31T12:00:00Z'],
])('without a catalog %s tells its type by its form', (value, filter) => {
  expect(narrowed('', conditionOfCell(null, 'Name', value))).toBe(`$filter=${filter}`)
})

test('a condition is joined to what is there, and groups stay groups', () => {
  const text = "$filter=CustomerAccount eq 'A' or CreditLimit gt 5&$top=5"
  expect(narrowed(text, noDate)).toBe(
    "$filter=(CustomerAccount eq 'A' or CreditLimit gt 5) and Since eq null&$top=5",
  )
  expect(narrowed('$filter=CreditLimit gt 5', noDate)).toBe(
    '$filter=CreditLimit gt 5 and Since eq null',
  )
})

test('a condition that is there already is not written twice', () => {
  const text = '$filter=CreditLimit gt 5 and Since eq null'
  expect(narrowed(text, noDate)).toBe(text)
})

test('a related row is no value to filter by', () => {
  expect(conditionOfCell(shape, 'Party', { Name: 'A' })).toBeUndefined()
  expect(conditionOfCell(shape, 'CreditLimit', 'not a number')).toBeUndefined()
})
