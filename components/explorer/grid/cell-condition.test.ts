import { expect, test } from 'vitest'
import { toCellCondition } from '@/components/explorer/grid/cell-condition'
import { toColumns } from '@/components/explorer/grid/columns'
import { testDetail } from '@/components/explorer/grid/test-detail'
import { printCondition } from '@/lib/odata/query/filter-tree'
import { parseExactJson } from '@/lib/odata/rows/exact-json'

function filterOf(name: string, json: string, detail: typeof testDetail | null = testDetail) {
  const [column] = toColumns([name], [], detail)
  const condition = column && toCellCondition(column, parseExactJson(json), 'eq')
  return condition && printCondition(condition)
}

test.each([
  ['dataAreaId', '"usmf"', "dataAreaId eq 'usmf'"],
  ['Remark', '"O\'Hara"', "Remark eq 'O''Hara'"],
  ['Remark', '"2026-11-25T00:00:00Z"', "Remark eq '2026-11-25T00:00:00Z'"],
  ['Remark', '""', "Remark eq ''"],
  ['Remark', 'null', 'Remark eq null'],
  ['Status', '"Invoiced"', "Status eq Microsoft.Dynamics.DataEntities.SalesStatus'Invoiced'"],
  ['Amount', '12.50', 'Amount eq 12.50'],
  ['RecordId', '9007199254740993', 'RecordId eq 9007199254740993'],
  ['OrderedOn', '"1900-01-01T00:00:00Z"', 'OrderedOn eq 1900-01-01T00:00:00Z'],
  ['Id', '"0a1b2c3d-0000-1111-2222-333344445555"', 'Id eq 0a1b2c3d-0000-1111-2222-333344445555'],
])('%s of %s is asked for as %s', (name, json, filter) => {
  expect(filterOf(name, json)).toBe(filter)
})

test.each([
  ['"usmf"', "X eq 'usmf'"],
  ['true', 'X eq true'],
  ['7', 'X eq 7'],
  ['"2026-11-25T08:00:00Z"', 'X eq 2026-11-25T08:00:00Z'],
  ['"2026-11-25"', "X eq '2026-11-25'"],
  ['"null"', "X eq 'null'"],
])('without a catalog %s is asked for as %s', (json, filter) => {
  expect(filterOf('X', json, null)).toBe(filter)
})

test.each(['{}', '[]', '[1]'])('%s cannot be asked for', (json) => {
  expect(filterOf('X', json)).toBeUndefined()
})
