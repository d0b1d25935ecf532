import { expect, test } from 'vitest'
import { evidenceLines, toEvidenceText } from '@/components/diagnosis/evidence-text'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { type Failure, noTraceIds } from '@/lib/diagnosis/failure'

const failure: Failure = {
  where: 'authority',
  method: 'POST',
  url: 'https://login.practice.localhost/t/oauth2/v2.0/token',
  status: 401,
  code: 'AADSTS7000215',
  message: 'Invalid client secret provided.',
  headers: { date: 'Wed, 25 Nov 2026 08:00:00 GMT' },
  bodyExcerpt: '{"error":"invalid_client"}',
  ids: { ...noTraceIds, correlationId: 'c-1', traceId: 't-1' },
  at: '2026-11-25T08:00:00.000Z',
  tookMs: 41.6,
}

const diagnosis: Diagnosis = {
  rule: 'wrong-secret',
  step: 'secret',
  title: 'Entra does not accept the secret',
  cause: 'The value is not that of a secret of this app.',
  fix: ['Make a new secret'],
  who: 'entra-admin',
  links: [],
  confidence: 'certain',
  mayHealByWaiting: true,
}

test('evidence names time, request, status, code and every id that is known', () => {
  expect(evidenceLines(failure).slice(0, 6)).toEqual([
    { label: 'Time (UTC)', value: '2026-11-25T08:00:00.000Z' },
    { label: 'Request', value: 'POST https://login.practice.localhost/t/oauth2/v2.0/token' },
    { label: 'HTTP status', value: '401' },
    { label: 'Code', value: 'AADSTS7000215' },
    { label: 'Correlation id', value: 'c-1' },
    { label: 'Trace id', value: 't-1' },
  ])
})

test('what is not known is left out, but a missing answer is said', () => {
  const labels = evidenceLines({
    ...failure,
    status: null,
    code: null,
    message: null,
    bodyExcerpt: null,
    headers: {},
    ids: noTraceIds,
  })
  expect(labels).toEqual([
    { label: 'Time (UTC)', value: '2026-11-25T08:00:00.000Z' },
    { label: 'Request', value: 'POST https://login.practice.localhost/t/oauth2/v2.0/token' },
    { label: 'HTTP status', value: 'no answer' },
    { label: 'Took', value: '42 ms' },
  ])
})

test('an id that came in a header is told once', () => {
  const lines = evidenceLines({
    ...failure,
    headers: { 'ms-dyn-aid': 'a-1', date: 'Wed, 25 Nov 2026 08:00:00 GMT' },
    ids: { ...noTraceIds, dynAid: 'a-1' },
  })
  expect(lines.filter(({ value }) => value === 'a-1')).toHaveLength(1)
  expect(lines.map(({ label }) => label)).toContain('date')
})

test('the text for a ticket begins with the conclusion and ends with the body', () => {
  const lines = toEvidenceText(diagnosis, failure).split('\n')
  expect(lines[0]).toBe('Entra does not accept the secret')
  expect(lines).toContain('Correlation id: c-1')
  expect(lines.at(-1)).toBe('Body: {"error":"invalid_client"}')
})
