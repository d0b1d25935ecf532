import { describe, expect, test } from 'vitest'
import { pasteExamples } from '@/components/diagnosis/paste-examples'
import { type ReadPaste, readPaste, toResultText } from '@/components/diagnosis/read-paste'

const now = new Date('2026-11-25T08:00:00.000Z')
const read = (text: string): ReadPaste => {
  const result = readPaste(text, now)
  if (!result) throw new Error('nothing was read')
  return result
}
const example = (label: string) =>
  pasteExamples.find((one) => one.label === label)?.text ?? 'no such example'
const factOf = (result: ReadPaste, label: string) =>
  result.facts.find((fact) => fact.label === label)?.value

describe('each example shows what the page can do', () => {
  test.each([
    ['AADSTS line', 'entra.secret-wrong', 'secret'],
    ['curl transcript', 'finops.app-not-registered', 'trust'],
    ['Power Automate run', 'finops.entity-unknown', null],
    ['HTML sign-in page', 'finops.login-page', 'credentials'],
  ])('%s', (label, rule, step) => {
    const result = read(example(label))
    expect(result.diagnosis).toMatchObject({ rule, step })
    expect(result).toMatchObject({ namesError: true })
  })
})

test('what was recognised has ids, time and code, and no time that was made up', () => {
  const result = read(example('AADSTS line'))
  expect(factOf(result, 'Code')).toBe('AADSTS7000215')
  expect(factOf(result, 'Time (UTC)')).toBe('2026-11-20T10:11:12.000Z')
  expect(factOf(result, 'Trace id')).toBe('7f0e2a4c-11bb-4ccc-8d33-eeee33330000')
  expect(factOf(read('error 401'), 'Time (UTC)')).toBe('not in the text')
  expect(result.facts.map(({ label }) => label)).not.toContain('Took')
})

test('the claims of a token are read, the token itself is blanked', () => {
  const result = read(example('curl transcript'))
  const aud = result.claims.find(({ name }) => name === 'aud')
  expect(aud).toMatchObject({ verdict: 'good' })
  expect(JSON.stringify(result)).not.toContain('eyJ')
  expect(toResultText(result)).not.toContain('eyJ')
})

test('an end of a token is not judged by a time that nobody told', () => {
  const told = example('curl transcript')
  const endOf = (text: string) => read(text).claims.find(({ name }) => name === 'exp')
  expect(endOf(told)).toMatchObject({ verdict: 'good' })
  expect(endOf(told.replace(/^< Date.*$/m, '<'))).toMatchObject({ verdict: 'info' })
})

test('of an unknown environment no audience is wrong', () => {
  const encode = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
  const token = `${encode({ alg: 'RS256' })}.${encode({ aud: 'https://elsewhere.example', exp: 1 })}.c2ln`
  const aud = read(`401 ${token}`).claims.find(({ name }) => name === 'aud')
  expect(aud).toMatchObject({ value: 'https://elsewhere.example', verdict: 'info' })
})

test('a doubtful text says what it lacks, and never claims to be sure', () => {
  const result = read('error 401')
  expect(result.sure).toBe(false)
  expect(result.lacks).toContain('the address that was called')
  expect(result.lacks).not.toContain('the HTTP status')
  expect(toResultText(result)).toMatch(/^Not sure: /)
})

test('a shopping list names no error, and nothing is nothing', () => {
  expect(read('milk, eggs and bread').namesError).toBe(false)
  expect(readPaste(' \n ', now)).toBeUndefined()
})

test('of a very long log only parts are read, and that is said', () => {
  const noise = 'one more line of a log that says nothing\n'.repeat(20_000)
  const result = read(`${noise}${example('AADSTS line')}${noise}`)
  expect(result).toMatchObject({ isPart: true, diagnosis: { rule: 'entra.secret-wrong' } })
  expect(read(example('AADSTS line')).isPart).toBe(false)
})

test('what was only assumed of a bare page is not called recognised', () => {
  const page = read(example('HTML sign-in page'))
  expect(factOf(page, 'HTTP status')).toBe('not in the text')
  expect(factOf(page, 'Request')).toBeUndefined()
  expect(factOf(read(example('curl transcript')), 'HTTP status')).toBe('401')
})
