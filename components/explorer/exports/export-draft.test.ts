import { expect, test } from 'vitest'
import {
  countQuery,
  type ExportSource,
  newDraft,
  numberOption,
  rowsToCome,
  toExportInput,
} from '@/components/explorer/exports/export-draft'

const source: ExportSource = {
  first: { path: 'CustomersV3', query: '$top=50&$filter=A%20eq%201&cross-company=true' },
  shown: { path: 'CustomersV3', query: '$skiptoken=7' },
}

test('all pages begin with the first one, without the limit of the screen', () => {
  expect(toExportInput(source, newDraft(source))).toEqual({
    path: 'CustomersV3',
    query: '$filter=A%20eq%201&cross-company=true',
    scope: 'all',
    format: 'xlsx',
    name: 'CustomersV3',
  })
})

test('all pages keep the limit where a person wants it', () => {
  const { query } = toExportInput(source, { ...newDraft(source), dropsTop: false })
  expect(query).toBe(source.first.query)
})

test('one page is the one on the screen', () => {
  const input = toExportInput(source, { ...newDraft(source), scope: 'page', format: 'ndjson' })
  expect(input).toMatchObject({ query: '$skiptoken=7', scope: 'page' })
})

test('options of CSV go along with CSV alone, columns where they were chosen', () => {
  const draft = { ...newDraft(source), columns: ['A', 'B'], name: '  ' }
  expect(toExportInput(source, { ...draft, format: 'csv' })).toMatchObject({
    csv: { separator: ',', bom: true, guard: true },
    columns: ['A', 'B'],
  })
  const parquet = toExportInput(source, { ...draft, format: 'parquet' })
  expect(parquet).not.toHaveProperty('csv')
  expect(parquet).not.toHaveProperty('name')
})

test.each([
  ['$top=50', '$top', 50],
  ['a=1&%24top=7', '$top', 7],
  ['$TOP=3', '$top', 3],
  ['$top=many', '$top', null],
  ['$top', '$top', null],
  ['', '$top', null],
])('of %j the option %s is %s', (query, name, expected) => {
  expect(numberOption(query, name)).toBe(expected)
})

test('a count is asked for with what decides it, and cut as the query cuts it', () => {
  expect(countQuery('$top=5&$filter=A%20eq%201&$select=A&Cross-Company=true')).toBe(
    '$filter=A%20eq%201&Cross-Company=true',
  )
  expect(rowsToCome('$top=50&$skip=90', 100)).toBe(10)
  expect(rowsToCome('$skip=200', 100)).toBe(0)
  expect(rowsToCome('', 100)).toBe(100)
})
