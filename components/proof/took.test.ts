import { expect, test } from 'vitest'
import type { Link } from '@/components/proof/proof-run'
import { slowestOf, tookOf, toTook } from '@/components/proof/took'
import type { CheckVerdict } from '@/lib/contract/proof'

test.each([
  [0, '< 1 ms'],
  [42.4, '42 ms'],
  [999, '999 ms'],
  [3400, '3.4 s'],
  [12_900, '12 s'],
  [125_000, '2 min 5 s'],
])('%d ms is written %s', (tookMs, written) => {
  expect(toTook(tookMs)).toBe(written)
})

function link(verdict: CheckVerdict, tookMs: number): Link {
  const planned = { id: verdict, step: 'trust', title: verdict } as const
  const rest = { summary: '', evidence: [], diagnosis: null, failure: null }
  return { ...planned, state: verdict, check: { ...planned, ...rest, verdict, tookMs } }
}

test('only a link that ran to its end took time', () => {
  expect(tookOf(link('failed', 20))).toBe(20)
  expect(tookOf(link('blocked', 0))).toBeNull()
  expect(tookOf(link('skipped', 5))).toBeNull()
  expect(tookOf({ id: 'dns', step: 'credentials', title: 'dns', state: 'queued' })).toBeNull()
})

test('bars are drawn against the slowest link, and against something where nothing has run', () => {
  expect(slowestOf([link('passed', 20), link('warned', 300), link('skipped', 900)])).toBe(300)
  expect(slowestOf([])).toBe(1)
})
