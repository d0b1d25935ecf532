import { expect, test } from 'vitest'
import { toCheckText } from '@/components/proof/check-text'
import type { Check } from '@/lib/contract/proof'

const check: Check = {
  id: 'tls',
  step: 'credentials',
  title: 'The certificate is good',
  verdict: 'passed',
  summary: 'The certificate is trusted and names the host.',
  evidence: [
    { label: 'Issued by', value: 'Contoso CA' },
    { label: 'Days left', value: '80' },
  ],
  tookMs: 31.6,
  diagnosis: null,
  failure: null,
}

test('a check is told with its verdict, its facts and its time', () => {
  expect(toCheckText(check)).toBe(
    [
      'The certificate is good: passed',
      'The certificate is trusted and names the host.',
      'Issued by: Contoso CA',
      'Days left: 80',
      'Took: 32 ms',
    ].join('\n'),
  )
})

test('a diagnosis is named once, also where the summary says the same', () => {
  const diagnosis: NonNullable<Check['diagnosis']> = {
    rule: 'proof.certificate-expiring',
    step: 'credentials',
    title: 'The certificate is about to expire',
    cause: 'Nobody renewed it.',
    fix: ['Renew it.'],
    who: 'network-admin',
    links: [],
    confidence: 'certain',
    mayHealByWaiting: false,
  }
  const summary = 'The certificate is about to expire.'
  const warned = toCheckText({ ...check, verdict: 'warned', summary, diagnosis })
  expect(warned.split('\n').filter((line) => line.includes('about to expire'))).toHaveLength(1)
  const other = toCheckText({ ...check, verdict: 'warned', diagnosis })
  expect(other).toContain('The certificate is about to expire')
})
