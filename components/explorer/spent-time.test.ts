import { expect, test } from 'vitest'
import { spentTimes, toTime } from '@/components/explorer/spent-time'

const open = { tokenMs: 1, throttledMs: null, dnsMs: null, connectMs: null, tlsMs: null }

test('what nobody measured is the rest, and what did not happen is not told', () => {
  const timing = { ...open, firstByteMs: 40, environmentMs: 30 }
  expect(spentTimes({ timing, tookMs: 50 })).toEqual([
    { label: 'Token', ms: 1 },
    { label: 'First byte', ms: 40 },
    { label: 'The rest, and our own way', ms: 9 },
  ])
})

test('a server that says nothing leaves the time in all', () => {
  expect(spentTimes({ timing: null, tookMs: 50 })).toEqual([{ label: 'In all', ms: 50 }])
})

test.each([
  [0.42, '0.4 ms'],
  [83.4, '83 ms'],
  [1432, '1.43 s'],
])('%s ms are read as %s', (ms, text) => {
  expect(toTime(ms)).toBe(text)
})
