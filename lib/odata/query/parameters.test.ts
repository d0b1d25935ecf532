import { expect, test } from 'vitest'
import {
  fillParameters,
  parameterName,
  parametersOf,
  toParameter,
  valuesOf,
} from '@/lib/odata/query/parameters'

const saved =
  "cross-company=true&$filter=dataAreaId eq '{{company}}' and CreatedOn ge {{from}} and (Id eq {{ id }} or Other eq {{id}})"

test('the blanks of a query are known by name, each with the field that it is compared with', () => {
  expect(parametersOf(saved)).toEqual([
    { name: 'company', field: 'dataAreaId' },
    { name: 'from', field: 'CreatedOn' },
    { name: 'id', field: 'Id' },
  ])
  expect(parametersOf('$top={{count}}')).toEqual([{ name: 'count', field: null }])
  expect(parametersOf("$filter=Name eq '{x}' and B eq {{1}}")).toEqual([])
})

test.each([
  ["Name eq '{{a}}'", { a: "O'Neil" }, "Name eq 'O''Neil'"],
  ['Name eq {{a}}', { a: "O'Neil" }, "Name eq 'O''Neil'"],
  ['Day ge {{a}}', { a: '2026-11-25' }, 'Day ge 2026-11-25T00:00:00Z'],
  ['Status eq {{a}}', { a: 'Open' }, "Status eq N.Status'Open'"],
  ["Status eq N.Status'{{a}}'", { a: 'Open' }, "Status eq N.Status'Open'"],
  ['Count eq {{a}}', { a: '12' }, 'Count eq 12'],
  ['Count eq {{a}}', { a: 'twelve' }, 'Count eq twelve'],
  ['$top={{a}}', { a: '5' }, '$top=5'],
  ['Name eq {{a}} or Name eq {{b}}', { a: 'x' }, "Name eq 'x' or Name eq {{b}}"],
])('%s is filled with %j', (text, values, filled) => {
  const types: Readonly<Record<string, string>> = {
    Name: 'Edm.String',
    Day: 'Edm.DateTimeOffset',
    Status: 'N.Status',
    Count: 'Edm.Int32',
  }
  expect(fillParameters(text, values, (field) => types[field])).toBe(filled)
})

test('values become blanks, with their quotes and types left standing', () => {
  const text = "$filter=dataAreaId eq 'usmf' and Status eq N.Status'Open' and Id gt 5 and X ne null"
  const values = valuesOf(text)
  expect(values.map(({ field, text: value }) => [field, value])).toEqual([
    ['dataAreaId', 'usmf'],
    ['Status', 'Open'],
    ['Id', '5'],
  ])
  // From the last one on, so that the places of the others stay.
  const made = [...values]
    .reverse()
    .reduce((current, value) => toParameter(current, value, parameterName(value, [])), text)
  expect(made).toBe(
    "$filter=dataAreaId eq '{{company}}' and Status eq N.Status'{{status}}' and Id gt {{id}} and X ne null",
  )
  expect(valuesOf(made)).toEqual([])
})

test('a blank is named after what it stands for, and unlike the others', () => {
  const [from, to, id] = valuesOf('A ge 2026-01-01T00:00:00Z and A lt 2026-02-01 and Party/Id eq 1')
  expect(from && parameterName(from, [])).toBe('from')
  expect(to && parameterName(to, [])).toBe('to')
  expect(id && parameterName(id, ['id', 'id2'])).toBe('id3')
})
