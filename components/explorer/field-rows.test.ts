import { expect, test } from 'vitest'
import {
  findFieldRows,
  nextSort,
  type Sort,
  sortFieldRows,
  toFieldRows,
} from '@/components/explorer/field-rows'
import type { CatalogField, EntitySetDetail } from '@/lib/contract/catalog'

const field = (name: string, facts: Partial<CatalogField> = {}): CatalogField => ({
  name,
  type: 'Edm.String',
  isKey: false,
  nullable: true,
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
  ...facts,
})
const detail: EntitySetDetail = {
  hash: 'a',
  name: 'CustomersV3',
  type: 'N.Customer',
  isSingleton: false,
  isReadOnly: false,
  labelId: null,
  key: ['dataAreaId', 'CustomerAccount'],
  fields: [
    field('dataAreaId', { isKey: true, maxLength: 4 }),
    field('CustomerAccount', { isKey: true, maxLength: 20, allowEdit: false }),
    field('CreditLimit', { type: 'Edm.Decimal', labelId: 'Credit limit of the customer' }),
    field('IsOneTimeCustomer', { type: 'N.NoYes' }),
    field('CustomerGroupId', { isRequired: true, maxLength: 10 }),
  ],
  enums: [
    {
      name: 'N.NoYes',
      isFlags: false,
      members: [
        { name: 'No', value: '0', labelId: null },
        { name: 'Yes', value: '1', labelId: null },
      ],
    },
  ],
  relations: [],
  operations: [],
}
const rows = toFieldRows(detail)
const names = (found: typeof rows | ReturnType<typeof findFieldRows>) =>
  found.map((row) => row.field.name)

test.each([
  ['cust acc', ['CustomerAccount']],
  ['customer', ['CustomerAccount', 'CreditLimit', 'IsOneTimeCustomer', 'CustomerGroupId']],
  ['decimal', ['CreditLimit']],
  ['noyes', ['IsOneTimeCustomer']],
  ['yes', ['IsOneTimeCustomer']],
  ['key', ['dataAreaId', 'CustomerAccount']],
  ['required', ['CustomerGroupId']],
  ['only on create', ['CustomerAccount']],
  ['nothing like it', []],
])('%j finds %j', (text, expected) => {
  expect(names(findFieldRows(rows, text))).toEqual(expected)
})

test('an enum is shown open where one of its members was sought', () => {
  expect(findFieldRows(rows, 'Yes')[0]?.byMember).toBe(false)
  expect(findFieldRows(rows, 'No')[0]?.byMember).toBe(false)
  const hidden = toFieldRows({
    ...detail,
    enums: [
      { name: 'N.NoYes', isFlags: false, members: [{ name: 'Maybe', value: '2', labelId: null }] },
    ],
  })
  expect(findFieldRows(hidden, 'maybe')[0]).toMatchObject({ byMember: true })
})

test('the letters that fit the name are told', () => {
  expect(findFieldRows(rows, 'cust acc')[0]?.stretches).toEqual([
    [0, 4],
    [8, 11],
  ])
})

test('a press on a head sorts up, a second one down, a third one as the metadata does', () => {
  const sorts: Sort[] = [nextSort(null, 'length')]
  sorts.push(nextSort(sorts[0] ?? null, 'length'))
  expect(sorts.map((sort) => names(sortFieldRows(rows, sort)))).toEqual([
    ['dataAreaId', 'CustomerGroupId', 'CustomerAccount', 'CreditLimit', 'IsOneTimeCustomer'],
    ['CustomerAccount', 'CustomerGroupId', 'dataAreaId', 'CreditLimit', 'IsOneTimeCustomer'],
  ])
  expect(nextSort(sorts[1] ?? null, 'length')).toBeNull()
  expect(nextSort(sorts[1] ?? null, 'name')).toEqual({ column: 'name', isDescending: false })
})

test('what is required stands before what may be null', () => {
  const sorted = sortFieldRows(rows, { column: 'required', isDescending: false })
  expect(sorted[0]?.field.name).toBe('CustomerGroupId')
})
