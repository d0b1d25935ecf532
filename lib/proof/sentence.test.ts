import { expect, test } from 'vitest'
import type { Check } from '@/lib/contract/proof'
import { toSentence } from '@/lib/proof/sentence'

const check: Check = {
  id: 'trust',
  step: 'trust',
  title: 'Finance & Operations accepts the token',
  verdict: 'failed',
  summary: 'It was refused.',
  evidence: [],
  tookMs: 1,
  diagnosis: {
    rule: 'finops.app-not-registered',
    step: 'trust',
    title: 'Finance & Operations does not know this app yet',
    cause: 'It is not in the list.',
    fix: ['Add it.'],
    who: 'finops-admin',
    links: [],
    confidence: 'likely',
    mayHealByWaiting: false,
  },
  failure: null,
}
const warned: Check = { ...check, id: 'roles', verdict: 'warned' }
const base = { name: 'Contoso UAT', until: 'trust', found: {}, firstBreak: undefined } as const

test('a passed proof says that it works, as whom, and what deserves attention', () => {
  const found = { userId: 'ODataIntegration' }
  expect(toSentence({ ...base, verdict: 'passed', checks: [], found })).toBe(
    'Contoso UAT works: an integration can sign in and read data as user ODataIntegration.',
  )
  expect(toSentence({ ...base, verdict: 'passed', checks: [warned, warned] })).toBe(
    'Contoso UAT works: an integration can sign in and read data. 2 things deserve attention.',
  )
})

test('a proof of an earlier step claims no more than that step', () => {
  expect(toSentence({ ...base, until: 'register', verdict: 'passed', checks: [] })).toBe(
    'Contoso UAT: the app registration is in place.',
  )
})

test('a failed proof names the step, what broke and who can mend it', () => {
  expect(toSentence({ ...base, verdict: 'failed', checks: [check], firstBreak: check })).toBe(
    'Contoso UAT does not work: step 5 of 5, "Let Finance & Operations trust it", fails. Finance & Operations does not know this app yet. An administrator of Finance & Operations can mend it.',
  )
})

test('where no step is to blame none is accused', () => {
  const diagnosis = check.diagnosis && { ...check.diagnosis, step: null, title: 'Nobody answers.' }
  const broken: Check = { ...check, diagnosis }
  expect(toSentence({ ...base, verdict: 'failed', checks: [broken], firstBreak: broken })).toBe(
    'Contoso UAT does not work, though no step is to blame. Nobody answers. An administrator of Finance & Operations can mend it.',
  )
})

test('a cancelled proof says how far it came', () => {
  const checks: Check[] = [
    { ...check, verdict: 'passed' },
    { ...check, verdict: 'blocked' },
  ]
  expect(toSentence({ ...base, verdict: 'cancelled', checks })).toBe(
    'The check of Contoso UAT was cancelled after 1 of 2 links, none of them broken.',
  )
})
