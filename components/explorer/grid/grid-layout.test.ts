import { expect, test } from 'vitest'
import {
  keepLayout,
  movedBefore,
  plainLayout,
  readLayout,
} from '@/components/explorer/grid/grid-layout'

function storageWith(text: string | null) {
  const kept = new Map(text === null ? [] : [['fivestep.grid.Orders', text]])
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const layout = {
  columnOrder: ['B', 'A'],
  columnVisibility: { C: false },
  columnPinning: { start: ['B'], end: [] },
  columnSizing: { A: 12.5 },
}

test('a layout is read as it was kept, by entity', () => {
  const storage = storageWith(null)
  keepLayout(storage, 'Orders', layout)
  expect(readLayout(storage, 'Orders')).toEqual(layout)
  expect(readLayout(storage, 'Customers')).toBe(plainLayout)
})

test('what was changed back leaves nothing behind', () => {
  const storage = storageWith(JSON.stringify(layout))
  keepLayout(storage, 'Orders', { ...plainLayout, columnVisibility: { C: true } })
  expect(storage.kept.size).toBe(0)
})

test.each([
  '',
  '{',
  '[]',
  'null',
  '{"columnOrder":"A"}',
  JSON.stringify({ ...layout, columnSizing: { A: -1 } }),
  JSON.stringify({ ...layout, columnSizing: { A: 'wide' } }),
  JSON.stringify({ ...layout, columnPinning: null }),
])('a kept text that is no layout is not used: %s', (text) => {
  expect(readLayout(storageWith(text), 'Orders')).toBe(plainLayout)
})

test('a browser that forbids storage leaves the columns as they come', () => {
  const forbidden = () => {
    throw new DOMException('no', 'SecurityError')
  }
  const storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden }
  expect(readLayout(storage, 'Orders')).toBe(plainLayout)
  expect(() => keepLayout(storage, 'Orders', layout)).not.toThrow()
})

test.each([
  ['C', 'A', 'CABD'],
  ['A', 'D', 'BCAD'],
  ['B', undefined, 'ACDB'],
  ['B', 'unknown', 'ACDB'],
  ['X', 'A', 'XABCD'],
])('%s moved before %s', (name, before, expected) => {
  expect(movedBefore([...'ABCD'], name, before).join('')).toBe(expected)
})
