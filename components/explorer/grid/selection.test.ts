import { expect, test } from 'vitest'
import { at, boxOf, countOf, headRow, press, within } from '@/components/explorer/grid/selection'

const extent = { rows: 100, columns: 10 }
const pressed = (
  key: string,
  from: [number, number],
  more: Readonly<{ shift?: true; mod?: true }> = {},
) =>
  press(
    at({ row: from[0], column: from[1] }),
    { key, shiftKey: more.shift ?? false, modKey: more.mod ?? false },
    { extent, pageRows: 20 },
  )

test.each([
  ['ArrowDown', [5, 5], {}, [6, 5]],
  ['ArrowDown', [99, 5], {}, [99, 5]],
  ['ArrowUp', [0, 5], {}, [headRow, 5]],
  ['ArrowUp', [headRow, 5], {}, [headRow, 5]],
  ['ArrowDown', [headRow, 5], {}, [0, 5]],
  ['ArrowLeft', [5, 0], {}, [5, 0]],
  ['ArrowRight', [5, 9], {}, [5, 9]],
  ['Home', [5, 5], {}, [5, 0]],
  ['End', [5, 5], {}, [5, 9]],
  ['Home', [5, 5], { mod: true }, [0, 0]],
  ['End', [5, 5], { mod: true }, [99, 9]],
  ['PageDown', [5, 5], {}, [25, 5]],
  ['PageUp', [5, 5], {}, [0, 5]],
  ['ArrowDown', [5, 5], { mod: true }, [99, 5]],
  ['ArrowRight', [5, 5], { mod: true }, [5, 9]],
] as const)('%s from %j with %j leads to %j', (...[key, from, more, [row, column]]) => {
  expect(pressed(key, [from[0], from[1]], more)).toEqual(at({ row, column }))
})

test.each([
  ['ArrowDown', { shift: true }, 2],
  ['End', { shift: true }, 5],
  ['PageDown', { shift: true }, 21],
  [' ', { shift: true }, 10],
  [' ', { mod: true }, 100],
  ['a', { mod: true }, 1000],
  ['Escape', {}, 1],
] as const)('%s with %j selects so many cells: %d', (key, more, count) => {
  const selection = pressed(key, [5, 5], more)
  expect(selection && countOf(boxOf(selection))).toBe(count)
})

test('a selection does not grow into the heads, nor from them', () => {
  expect(pressed('ArrowUp', [0, 5], { shift: true })?.head.row).toBe(0)
  expect(pressed('ArrowDown', [headRow, 5], { shift: true })).toBeUndefined()
})

test.each(['x', 'Tab', 'F5', ' '])('%j is not for the grid', (key) => {
  expect(pressed(key, [5, 5])).toBeUndefined()
})

test('a selection shrinks with what there is to select', () => {
  const far = { anchor: { row: 90, column: 9 }, head: { row: 2, column: 3 } }
  expect(within(far, { rows: 10, columns: 5 })).toEqual({
    anchor: { row: 9, column: 4 },
    head: { row: 2, column: 3 },
  })
})
