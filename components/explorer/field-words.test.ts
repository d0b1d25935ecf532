import { expect, test } from 'vitest'
import {
  editWords,
  enumLiteral,
  fieldTypeWords,
  requiredWords,
  typeWords,
} from '@/components/explorer/field-words'
import type { CatalogField } from '@/lib/contract/catalog'

const field: CatalogField = {
  name: 'Amount',
  type: 'Edm.Decimal',
  isKey: false,
  nullable: false,
  maxLength: null,
  precision: null,
  scale: null,
  labelId: null,
  helpTextId: null,
  axType: null,
  isRequired: false,
  allowEdit: true,
  allowEditOnCreate: true,
  inheritedFrom: null,
}

test.each([
  ['Edm.String', 'Text'],
  ['Edm.Int64', 'Whole number, 64 bit'],
  ['Edm.GeographyPoint', 'GeographyPoint'],
  ['Microsoft.Dynamics.DataEntities.NoYes', 'NoYes'],
  ['Collection(Edm.String)', 'List of text'],
  ['Collection(Edm.Guid)', 'List of GUID'],
  ['Collection(A.B.NoYes)', 'List of NoYes'],
])('%s is %j in words', (type, words) => {
  expect(typeWords(type)).toBe(words)
})

test.each([
  [{ scale: 6 }, 'Decimal number, 6 places'],
  [{ scale: 1 }, 'Decimal number, 1 place'],
  [{ type: 'Edm.DateTimeOffset' }, 'Date and time'],
  [{ type: 'Edm.DateTimeOffset', axType: 'Date' }, 'Date'],
])('a field with %o takes %j', (facts, words) => {
  expect(fieldTypeWords({ ...field, ...facts })).toBe(words)
})

test.each([
  [true, true, null],
  [true, false, 'only on change'],
  [false, true, 'only on create'],
  [false, false, 'read-only'],
])('with AllowEdit %s and AllowEditOnCreate %s it is %s', (allowEdit, allowEditOnCreate, words) => {
  expect(editWords({ ...field, allowEdit, allowEditOnCreate })).toBe(words)
})

test('what is required says so, whatever the metadata says of null', () => {
  expect(requiredWords({ ...field, isRequired: true, nullable: true })).toBe('required')
  expect(requiredWords({ ...field, nullable: true })).toBe('may be null')
  expect(requiredWords(field)).toBeNull()
})

test('a member is written as a filter takes it', () => {
  const choice = { name: 'Microsoft.Dynamics.DataEntities.NoYes', isFlags: false, members: [] }
  expect(enumLiteral(choice, 'Yes')).toBe("Microsoft.Dynamics.DataEntities.NoYes'Yes'")
})
