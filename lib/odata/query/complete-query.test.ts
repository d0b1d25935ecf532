import { expect, test } from 'vitest'
import { completeQuery } from '@/lib/odata/query/complete-query'
import { customers, groups } from '@/lib/odata/query/test-shape'

const catalog = { entitySet: customers, related: new Map([['CustomerGroups', groups]]) }

/** The first three that are offered at `|`, and what of the text they replace. */
const offered = (marked: string) => {
  const cursor = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = completeQuery(text, cursor, catalog)
  return (
    found && [
      text.slice(found.from, found.to),
      ...found.items.slice(0, 3).map((item) => item.insert),
    ]
  )
}
const blocked = 'Microsoft.Dynamics.DataEntities.CustVendorBlocked'

test.each([
  ['|', ['', '$filter=', '$select=', '$orderby=']],
  ['$f|', ['$f', '$filter=']],
  ['$top=5&|', ['', '$filter=', '$select=', '$orderby=']],
  ['$top=5&cr|', ['cr', 'cross-company=true']],
  ['$filter=|', ['', 'dataAreaId', 'CustomerAccount', 'Name']],
  ['$filter=Na|', ['Na', 'Name']],
  ['$filter=acc| eq 5', ['acc', 'CustomerAccount']],
  ["$filter=(Name eq 'x') and c|&$top=5", ['c', 'CustomerAccount', 'CreditLimit']],
  ['$filter=Name |', ['', 'eq', 'ne', 'gt']],
  ['$filter=OnHoldStatus |', ['', 'eq', 'ne']],
  ['$filter=OnHoldStatus eq |', ['', `${blocked}'No'`, `${blocked}'Invoice'`, `${blocked}'Never'`]],
  ['$filter=OnHoldStatus eq nev|', ['nev', `${blocked}'Never'`]],
  [
    `$filter=OnHoldStatus eq ${blocked}'N|`,
    [`${blocked}'N`, `${blocked}'No'`, `${blocked}'Never'`],
  ],
  ['$filter=IsOneTime eq t|', ['t', 'true']],
  ["$filter=Name eq 'x' |", ['', 'and', 'or']],
  ["$filter=Name eq 'my te|", null],
  ['$filter=Nmae eq |', null],
  ['$select=Name,cre|', ['cre', 'CreditLimit']],
  ['$orderby=Name |', ['', 'desc', 'asc']],
  ['$expand=Cust|', ['Cust', 'CustomerGroup']],
  ['$expand=CustomerGroup(|', ['', '$filter=', '$select=', '$orderby=']],
  ['$expand=CustomerGroup($select=Des|', ['Des', 'Description']],
  ['$count=|', ['', 'true', 'false']],
  ['$top=5|', null],
  ["(dataAreaId='us|", null],
  ['?$filter=Na%6D|', null],
])('at %s', (marked, expected) => {
  expect(offered(marked)).toEqual(expected)
})
