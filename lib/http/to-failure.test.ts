import { describe, expect, test } from 'vitest'
import { Failure } from '@/lib/diagnosis/failure'
import { OutboundError } from '@/lib/http/outbound-error'
import { redact } from '@/lib/http/redact'
import { toFailure } from '@/lib/http/to-failure'

const at = new Date('2026-11-25T08:00:00.000Z')
const url = 'https://contoso.operations.dynamics.com/data/CustomersV3'
const facts = { where: 'environment', method: 'GET', url, at, tookMs: 12.4 } as const
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJodHRwczovL2NvbnRvc28ifQ.c2lnbmF0dXJl'

describe('evidence of a failure', () => {
  test('of Entra holds the code, its sentence and the ids', () => {
    const body = {
      error: 'invalid_client',
      error_description:
        'AADSTS7000215: Invalid client secret provided. Trace ID: 11 Correlation ID: 22 Timestamp: 2026-11-25 08:00:00Z',
      error_codes: [7000215],
      trace_id: '11',
      correlation_id: '22',
    }
    const failure = toFailure({
      ...facts,
      where: 'authority',
      method: 'POST',
      answer: answer(401, body, { 'x-ms-request-id': '33', 'set-cookie': 'fpc=abc' }),
    })
    expect(failure).toMatchObject({
      status: 401,
      code: 'AADSTS7000215',
      message: 'AADSTS7000215: Invalid client secret provided.',
      ids: { traceId: '11', correlationId: '22', requestId: '33' },
      tookMs: 12,
      at: '2026-11-25T08:00:00.000Z',
    })
    expect(failure.headers).toEqual({ 'x-ms-request-id': '33' })
    expect(Failure.parse(failure)).toEqual(failure)
  })

  test('of an answer whose code and ids are whole books holds their beginnings', () => {
    const book = 'x'.repeat(10_000)
    const failure = toFailure({
      ...facts,
      answer: answer(400, { error: { code: book, message: book } }, { 'ms-dyn-aid': book }),
    })
    expect(failure.code).toHaveLength(200)
    expect(failure.message).toHaveLength(600)
    expect(failure.ids.dynAid).toHaveLength(200)
  })

  test.each([
    ['in the codes', { error: 'x', error_codes: [90002] }, 'AADSTS90002'],
    ['only in the sentence', { error: 'x', error_description: 'AADSTS90002: no' }, 'AADSTS90002'],
    ['nowhere', { error: 'temporarily_unavailable' }, 'temporarily_unavailable'],
    ['in codes of a strange shape', { error: 'x', error_codes: 'none', error_description: 7 }, 'x'],
  ])('of Entra finds the code %s', (_where, body, code) => {
    expect(toFailure({ ...facts, where: 'authority', answer: answer(400, body) }).code).toBe(code)
  })

  test('of F&O holds what X++ said, and the ids of the activity', () => {
    const body = {
      error: {
        code: '',
        message: 'An error has occurred.',
        innererror: { message: 'Infolog: Error: no' },
      },
    }
    const failure = toFailure({
      ...facts,
      answer: answer(500, body, { 'ms-dyn-aid': 'aid', 'request-id': 'rid' }),
      clientRequestId: 'mine',
    })
    expect(failure).toMatchObject({
      status: 500,
      code: null,
      message: 'Infolog: Error: no',
      ids: { dynAid: 'aid', requestId: 'rid', clientRequestId: 'mine' },
    })
  })

  test.each([
    [
      'a route that is none',
      { Message: 'No HTTP resource was found' },
      'No HTTP resource was found',
    ],
    [
      'Graph',
      { error: { code: 'Denied', message: 'Insufficient privileges' } },
      'Insufficient privileges',
    ],
    ['no JSON', '<html>', null],
    ['null', 'null', null],
    ['a number', '7', null],
    ['an empty object', '{}', null],
  ])('of %s reads its message', (_what, body, message) => {
    expect(toFailure({ ...facts, answer: answer(404, body) }).message).toBe(message)
  })

  test('without an answer holds the code of the network', () => {
    const error = new OutboundError({
      code: 'connect_refused',
      host: 'h',
      phase: 'connect',
      message: 'no',
    })
    expect(toFailure({ ...facts, error })).toMatchObject({
      status: null,
      code: 'connect_refused',
      message: 'no',
      headers: {},
      bodyExcerpt: null,
    })
  })

  test('cut off in the middle holds both what had come and why it ended', () => {
    const error = new OutboundError({
      code: 'body_too_large',
      host: 'h',
      phase: 'body',
      message: 'too much',
      answer: answer(500, 'x'.repeat(9000)),
    })
    const failure = toFailure({ ...facts, error })
    expect(failure).toMatchObject({ status: 500, code: 'body_too_large' })
    expect(failure.bodyExcerpt).toHaveLength(2000)
  })

  test('holds no token even where the excerpt is cut in the middle of one', () => {
    const body = `${'x'.repeat(1990)} ${jwt}`
    const { bodyExcerpt } = toFailure({ ...facts, answer: answer(500, body) })
    expect(bodyExcerpt).not.toContain('eyJ')
  })

  test('holds no secret in address, header, message or body', () => {
    const secret = 'Q~8+abc&=%"<ü'
    const form = new URLSearchParams({ client_secret: secret }).toString()
    const failure = toFailure({
      ...facts,
      url: `https://me:pw@host.example/x?${form}&y=${encodeURIComponent(secret)}`,
      answer: answer(500, JSON.stringify({ Message: secret, form, token: jwt }), {
        location: `https://h.example/?access_token=${jwt}`,
        'www-authenticate': `Bearer realm="${secret}"`,
      }),
      secrets: [secret],
    })
    const text = JSON.stringify(failure)
    for (const form of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      jwt,
      'pw@',
    ]) {
      expect(text).not.toContain(form)
    }
  })
})

describe('redacting', () => {
  test.each([
    [`Authorization: Bearer ${jwt}`, 'Authorization: Bearer [redacted]'],
    ['authorization: bearer abcdefghij', 'authorization: bearer [redacted]'],
    [`the token ${jwt}, said he`, 'the token [redacted], said he'],
    ['client_secret=abc%2B&x=1', 'client_secret=[redacted]&x=1'],
    ['client_assertion=a.b.c&client_id=1', 'client_assertion=[redacted]&client_id=1'],
    ['{"client_secret": "a\\"b", "x": 1}', '{"client_secret": "[redacted]", "x": 1}'],
    ["{'access_token':'abc'}", "{'access_token':'[redacted]'}"],
    ['{"refresh_token":"cut off', '{"refresh_token":"[redacted]'],
    ['Basic dXNlcjpwYXNzd29yZA==', 'Basic [redacted]'],
    [
      'Bearer authorization_uri="https://login.windows.net/x"',
      'Bearer authorization_uri="https://login.windows.net/x"',
    ],
    [
      'AADSTS7000215: Invalid client secret provided.',
      'AADSTS7000215: Invalid client secret provided.',
    ],
    ['{"error":{"code":"","message":"no"}}', '{"error":{"code":"","message":"no"}}'],
    ['{"error":{"code":"Denied"}}', '{"error":{"code":"Denied"}}'],
    ['https://h/error?code=70011', 'https://h/error?code=70011'],
  ])('%s becomes %s', (text, clean) => {
    expect(redact(text)).toBe(clean)
  })

  test('takes a short secret out and leaves a word of three letters alone', () => {
    expect(redact('pass abcd and abc', ['abcd', 'abc'])).toBe('pass [redacted] and abc')
  })

  test('takes an authorization code for what it is by its length', () => {
    expect(redact(`https://h/auth?code=${'0.AX8'.repeat(20)}&state=1`)).toBe(
      'https://h/auth?code=[redacted]&state=1',
    )
  })

  test('of a megabyte of look-alikes ends', () => {
    const text = 'eyJaaaa.'.repeat(130_000)
    expect(redact(text).length).toBeLessThan(text.length)
  })
})
