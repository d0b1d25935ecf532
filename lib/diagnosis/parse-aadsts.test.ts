import { describe, expect, test } from 'vitest'
import { parseAadsts, parseOAuthError } from '@/lib/diagnosis/parse-aadsts'

const traceId = '7f0e2a4c-11bb-4ccc-8d33-eeee33330000'
const correlationId = 'c0ffee00-bb11-4222-93cc-444444dddddd'
const all = { code: 7000215, traceId, correlationId, timestamp: '2026-11-25 08:00:00Z' }

describe('code, ids and time are found in any wrapping', () => {
  test.each([
    [
      'a description',
      `AADSTS7000215: No. Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: 2026-11-25 08:00:00Z`,
    ],
    [
      'with line breaks',
      `AADSTS7000215: No.\r\nTrace ID: ${traceId}\r\nCorrelation ID: ${correlationId}\r\nTimestamp: 2026-11-25 08:00:00Z`,
    ],
    [
      'JSON',
      `{"error_description":"AADSTS7000215: No","trace_id":"${traceId}","correlation_id":"${correlationId}","timestamp":"2026-11-25 08:00:00Z"}`,
    ],
    [
      'escaped JSON',
      `AADSTS7000215: No\\r\\nTrace ID: ${traceId}\\r\\nCorrelation ID: ${correlationId}\\r\\nTimestamp: 2026-11-25 08:00:00Z`,
    ],
  ])('%s', (_name, text) => expect(parseAadsts(text)).toEqual(all))
})

test.each(['', 'AADSTS', 'AADSTS12', 'a number 7000215'])('%s names no code', (text) => {
  expect(parseAadsts(text)).toBeUndefined()
})

test('what is missing is null', () => {
  expect(parseAadsts('aadsts90002')).toEqual({
    code: 90002,
    traceId: null,
    correlationId: null,
    timestamp: null,
  })
})

test('the OAuth error is read as a word of its own', () => {
  expect(parseOAuthError('{"error":"invalid_client"}')).toBe('invalid_client')
  expect(parseOAuthError('my_invalid_client_x')).toBeNull()
})
