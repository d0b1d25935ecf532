import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeHistograms, quantileMs, toHistogram } from '@/lib/canaries/latency'

const latencies = fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 200 })

test('a percentile is off by less than five percent, or by rounding', () => {
  fc.assert(
    fc.property(latencies, fc.constantFrom(0.5, 0.95, 1), (times, share) => {
      const exact = times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0
      const found = quantileMs(toHistogram(times), share) ?? 0
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * 0.05 + 1)
    }),
  )
})

test('histograms put together are the histogram of all', () => {
  fc.assert(
    fc.property(latencies, latencies, (some, others) => {
      expect(mergeHistograms([toHistogram(some), toHistogram(others)])).toEqual(
        toHistogram([...some, ...others]),
      )
    }),
  )
})

test('nothing measured has no percentile', () => {
  expect(quantileMs(toHistogram([]), 0.95)).toBeNull()
})
