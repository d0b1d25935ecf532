import { expect, test } from 'vitest'
import { dueAfter, dueAtOrBefore } from '@/lib/canaries/due-times'

const at = new Date('2026-03-02T08:13:27Z')
const idOf = (index: number) => `con_${String(index).padStart(20, '0')}`

test('a due time is its own, and the next one is an interval later', () => {
  const rhythm = { connectionId: idOf(1), everyMinutes: 5 }
  const due = dueAtOrBefore(rhythm, at)
  expect(dueAtOrBefore(rhythm, due)).toEqual(due)
  expect(due.getTime()).toBeLessThanOrEqual(at.getTime())
  expect(dueAfter(rhythm, due).getTime() - due.getTime()).toBe(300_000)
  expect(dueAfter(rhythm, at)).toEqual(dueAfter(rhythm, due))
})

test('two hundred canaries of five minutes spread over all five of them', () => {
  const perMinute = [0, 0, 0, 0, 0]
  for (let index = 0; index < 200; index += 1) {
    const due = dueAfter({ connectionId: idOf(index), everyMinutes: 5 }, at)
    const minute = Math.floor((due.getTime() - at.getTime()) / 60_000) % 5
    perMinute[minute] = (perMinute[minute] ?? 0) + 1
  }
  expect(Math.min(...perMinute)).toBeGreaterThan(20)
  expect(Math.max(...perMinute)).toBeLessThan(60)
})
