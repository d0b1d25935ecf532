import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wildcard } from '@/lib/sandbox/finops/query/wildcard'

describe('wildcards', () => {
  test.each([
    ['*retail*', 'Cedar Retail', true],
    ['cedar*', 'CEDAR RETAIL', true],
    ['*cedar', 'Cedar Retail', false],
    ['c*r*l', 'Cedar Retail', true],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['a**b', 'ab', true],
    ['a.c*', 'abc', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(wildcard(pattern)?.test(text)).toBe(expected)
  })

  test('a text without a star is no wildcard', () => {
    expect(wildcard('retail')).toBeUndefined()
  })

  test('it agrees with the regular expression that says the same', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 })
    const given = fc.string({ unit: fc.constantFrom('a', 'b', 'B'), maxLength: 10 })
    await fc.assert(
      fc.property(letters, given, (pattern, text) => {
        fc.pre(pattern.includes('*'))
        const expected = new RegExp(`^${pattern.replaceAll('*', '.*')}$`, 'i').test(text)
        expect(wildcard(pattern)?.test(text)).toBe(expected)
      }),
      { numRuns: 1000 },
    )
  })

  test('no pattern makes it slow', () => {
    expect(wildcard(`${'*a'.repeat(2000)}*b`)?.test('a'.repeat(20_000))).toBe(false)
  })
})
