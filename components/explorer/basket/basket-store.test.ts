import { expect, test } from 'vitest'
import { parseBasket } from '@/components/explorer/basket/basket-store'
import { basketMax } from '@/lib/contract/basket'

test.each([
  ['nothing', '', []],
  ['no JSON', '[', []],
  ['something else', '{"a":1}', []],
  ['names that are none', '["A",1]', []],
  ['a name twice', '["B","A","B"]', ['B', 'A']],
])('of %s the basket is %#', (_, text, names) => {
  expect(parseBasket(text)).toEqual(names)
})

test('more than a basket holds is left out', () => {
  const names = Array.from({ length: basketMax + 5 }, (_, index) => `Set${index}`)
  expect(parseBasket(JSON.stringify(names))).toEqual(names.slice(0, basketMax))
})
