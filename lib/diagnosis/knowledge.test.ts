import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findKnowledge, knowledge, searchKnowledge } from '@/lib/diagnosis/knowledge'
import { toMarkdownTable } from '@/lib/diagnosis/knowledge-table'
import { allRules } from '@/lib/diagnosis/rules'

const idsFor = (text: string) => searchKnowledge({ text }).map(({ id }) => id)

test('every rule has an entry that can be linked, with something to do', () => {
  for (const { id } of allRules) expect(findKnowledge(id)?.fix.length).toBeGreaterThan(0)
  expect(new Set(knowledge.map(({ id }) => id)).size).toBe(knowledge.length)
})

test('no entry shows an empty place', () => {
  for (const { title, cause, fix } of knowledge) {
    expect([title, cause, ...fix].join(' ')).not.toMatch(/\{\w+\??\}/)
  }
})

describe('an entry is found by what people have in hand', () => {
  test.each([
    ['AADSTS7000215', 'entra.secret-wrong'],
    ['7000215', 'entra.secret-wrong'],
    ['aadsts50155', 'entra.code-50155'],
    ['429 throttling', 'finops.throttled'],
    ['expired secret', 'entra.secret-expired'],
    ['dns_not_found', 'network.name-unknown'],
    ['Conditional Access', 'entra.conditional-access'],
    ['self-signed', 'network.certificate-self-signed'],
  ])('%s', (text, id) => expect(idsFor(text).slice(0, 3)).toContain(id))

  test('every word has to be found', () => {
    expect(idsFor('secret zebra')).toEqual([])
  })
})

test('a step narrows the list, and none is a choice too', () => {
  const trust = searchKnowledge({ step: 'trust' })
  expect(trust.length).toBeGreaterThan(3)
  expect(trust.every(({ step }) => step === 'trust')).toBe(true)
  expect(searchKnowledge({ step: 'none', text: 'dns' }).every(({ step }) => step === null)).toBe(
    true,
  )
  expect(searchKnowledge({})).toHaveLength(knowledge.length)
})

test('any words give a list', () => {
  fc.assert(fc.property(fc.string(), (text) => Array.isArray(searchKnowledge({ text }))))
})

test('the table has a row for each entry', () => {
  const lines = toMarkdownTable(knowledge).trimEnd().split('\n')
  expect(lines).toHaveLength(knowledge.length + 2)
  for (const line of lines) expect(line.replaceAll('\\|', '').split('|')).toHaveLength(9)
})
