import { expect, test } from 'vitest'
import { chosenQuery } from '@/lib/proof/checks/chosen-read'

test.each([
  [null, null, '$top=100'],
  ['usmf', null, "$top=100&$filter=dataAreaId eq 'usmf'&cross-company=true"],
  [null, "Name eq 'a&b'", "$top=100&$filter=Name eq 'a&b'"],
  [
    'usmf',
    'A eq 1 or B eq 2',
    "$top=100&$filter=dataAreaId eq 'usmf' and (A eq 1 or B eq 2)&cross-company=true",
  ],
])('of company %s and filter %s the query is %s', (company, filter, expected) => {
  const query = chosenQuery({ entitySet: 'CustomersV3', company, filter })
  const read = [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).join('&')
  expect(read).toBe(expected)
})
