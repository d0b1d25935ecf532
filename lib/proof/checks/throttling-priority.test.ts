import { expect, test } from 'vitest'
import { namesApp, prioritySetOf } from '@/lib/proof/checks/throttling-priority'

test.each([
  [['CustomersV3', 'BudgetPlanPriorities'], undefined],
  [['ThrottlingPriorityMappings', 'CustomersV3'], 'ThrottlingPriorityMappings'],
  [['SysThrottlePriorities'], 'SysThrottlePriorities'],
  [[], undefined],
])('of %j the priorities would stand in %s', (names, set) => {
  expect(prioritySetOf(names)).toBe(set)
})

test('an app is found in whichever column its id stands, however it is written', () => {
  const rows = [{ Kind: 'app', Key: '3F2C9A10-7B1D-4C55-8E21-90AB12CD34EF', Priority: 2 }]
  expect(namesApp(rows, '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef')).toBe(true)
  expect(namesApp(rows, '00000000-7b1d-4c55-8e21-90ab12cd34ef')).toBe(false)
  expect(namesApp([], '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef')).toBe(false)
})
