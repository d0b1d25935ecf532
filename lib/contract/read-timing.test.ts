import { expect, test } from 'vitest'
import { parseReadTiming, printReadTiming } from '@/lib/contract/read-timing'

const reused = { tokenMs: 0.25, throttledMs: null, dnsMs: null, connectMs: null, tlsMs: null }

test('what was measured comes back, and what did not happen stays absent', () => {
  const header = printReadTiming({ ...reused, firstByteMs: 41.5 }, undefined)
  expect(header).toBe('fivestep-token;dur=0.25, fivestep-first-byte;dur=41.50')
  expect(parseReadTiming(header)).toEqual({ ...reused, firstByteMs: 41.5, environmentMs: null })
})

test('what the environment says stands beside it untouched', () => {
  const upstream = 'total;dur=35.1, db;desc="a, b";dur=3'
  const header = printReadTiming({ ...reused, dnsMs: 2, firstByteMs: 40 }, upstream)
  expect(header.startsWith(`${upstream}, `)).toBe(true)
  expect(parseReadTiming(header)).toMatchObject({ dnsMs: 2, firstByteMs: 40, environmentMs: 35.1 })
})

test.each([null, '', 'total;dur=35.1', 'fivestep-token'])('%s has nothing of ours', (header) => {
  expect(parseReadTiming(header)).toBeNull()
})
