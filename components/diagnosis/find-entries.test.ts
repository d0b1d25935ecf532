import { describe, expect, test } from 'vitest'
import { findEntries, parseStepChoice, stepChoices } from '@/components/diagnosis/find-entries'
import { knowledge } from '@/lib/diagnosis/knowledge'

const idsIn = (found: ReturnType<typeof findEntries>) =>
  found.groups.flatMap(({ entries }) => entries.map(({ id }) => id))

test('without words everything is there once, by step, Microsoft’s list last', () => {
  const found = findEntries(' ', 'all')
  expect(found.groups.map(({ of }) => of)).toEqual([
    'register',
    'secret',
    'permissions',
    'credentials',
    'trust',
    'none',
    'listed',
  ])
  expect(idsIn(found).toSorted()).toEqual(knowledge.map(({ id }) => id).toSorted())
  expect(found.meant).toBeNull()
})

test('words give one list, the best first', () => {
  const found = findEntries('7000215', 'all')
  expect(found.groups.map(({ of }) => of)).toEqual(['found'])
  expect(idsIn(found)[0]).toBe('entra.secret-wrong')
})

describe('one entry is meant', () => {
  test.each(['7000215', 'aadsts7000215', ' AADSTS7000215 ', 'dns_not_found'])('by %j', (text) => {
    const found = findEntries(text, 'all')
    expect(found.meant).not.toBeNull()
    expect(found.meant).toBe(idsIn(found)[0])
  })

  test.each(['', 'secret', '401', 'zebra'])('not by %j', (text) => {
    expect(findEntries(text, 'all').meant).toBeNull()
  })
})

test('a step narrows what is shown, while the counts tell of the others', () => {
  const found = findEntries('secret', 'trust')
  const { all, ...steps } = found.counts
  expect(idsIn(found)).toHaveLength(found.counts.trust)
  expect(found.counts.secret).toBeGreaterThan(0)
  expect(Object.values(steps).reduce((sum, count) => sum + count, 0)).toBe(all)
})

test('an address names a step, or all of them', () => {
  expect(stepChoices.map(parseStepChoice)).toEqual(stepChoices)
  expect(['', 'sixth', '__proto__'].map(parseStepChoice)).toEqual(['all', 'all', 'all'])
})
