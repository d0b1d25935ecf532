import { describe, expect, test } from 'vitest'
import { authorityFacts } from '@/lib/finops/authority-facts'
import { classifyAnswer } from '@/lib/finops/classify-answer'
import { parseChallenges } from '@/lib/finops/parse-challenges'

const tid = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
const bearerOf = (header: string) =>
  parseChallenges(header).find(({ scheme }) => scheme === 'bearer')?.parameters

describe('a challenge', () => {
  test.each([
    ['quoted', `Bearer authorization_uri="https://login.windows.net/${tid}"`],
    ['bare', `Bearer authorization_uri=https://login.windows.net/${tid}`],
    [
      'bare, followed by more',
      `Bearer authorization_uri=https://login.windows.net/${tid}, resource_id=https://x`,
    ],
    ['of the newer host', `Bearer authorization_uri="https://login.microsoftonline.com/${tid}"`],
    [
      'with the path of the v1 endpoint',
      `Bearer authorization_uri="https://login.microsoftonline.com/${tid}/oauth2/authorize"`,
    ],
    ['with a slash', `Bearer authorization_uri="https://login.windows.net/${tid}/"`],
    ['in capitals', `BEARER Authorization_Uri="https://LOGIN.WINDOWS.NET/${tid.toUpperCase()}"`],
    [
      'after a realm and an error',
      `Bearer realm="", error="invalid_token", error_description="a \\"b\\", c=d", authorization_uri="https://login.windows.net/${tid}"`,
    ],
    [
      'with claims',
      `Bearer authorization_uri="https://login.windows.net/${tid}", claims="eyJhIjoxfQ=="`,
    ],
    [
      'with blanks around the sign',
      `Bearer authorization_uri = "https://login.windows.net/${tid}"`,
    ],
    [
      'without the comma',
      `Bearer authorization_uri="https://login.windows.net/${tid}" resource_id="https://x"`,
    ],
    [
      'behind others in one header',
      `Negotiate, NTLM, Basic realm="x", Bearer authorization_uri="https://login.windows.net/${tid}"`,
    ],
    [
      'before others in one header',
      `Bearer authorization_uri="https://login.windows.net/${tid}", Negotiate, Basic realm="x"`,
    ],
    [
      'twice, the first counting',
      `Bearer authorization_uri="https://login.windows.net/${tid}", authorization_uri="https://evil.example/${tid}"`,
    ],
  ])('%s names the tenant', (_how, header) => {
    expect(authorityFacts(bearerOf(header)?.get('authorization_uri'))).toEqual({
      tenantId: tid,
      authorityOrigin: 'https://login.microsoftonline.com',
      cloud: 'public',
    })
  })

  test.each([
    [
      'https://login.windows.net/contoso.onmicrosoft.com',
      'contoso.onmicrosoft.com',
      'public',
      'https://login.microsoftonline.com',
    ],
    [`https://sts.windows.net/${tid}/`, tid, 'public', 'https://login.microsoftonline.com'],
    ['https://login.windows.net/common', null, 'public', 'https://login.microsoftonline.com'],
    ['https://login.windows.net', null, 'public', 'https://login.microsoftonline.com'],
    [`https://login.microsoftonline.us/${tid}`, tid, 'usgov', 'https://login.microsoftonline.us'],
    [
      `https://login.partner.microsoftonline.cn/${tid}`,
      tid,
      'china',
      'https://login.partner.microsoftonline.cn',
    ],
    [
      `https://login.chinacloudapi.cn/${tid}`,
      tid,
      'china',
      'https://login.partner.microsoftonline.cn',
    ],
    [
      `https://login.practice.localhost/${tid}/oauth2/authorize`,
      tid,
      'practice',
      'https://login.practice.localhost',
    ],
    ['https://adfs.contoso.example/adfs', null, 'custom', 'https://adfs.contoso.example'],
    ['http://login.windows.net/x.example', null, null, null],
    ['not a url', null, null, null],
    ['', null, null, null],
  ])('that names %s means tenant %s in %s at %s', (...[uri, tenantId, cloud, authorityOrigin]) => {
    expect(authorityFacts(uri)).toEqual({ tenantId, cloud, authorityOrigin })
  })

  test.each([
    '',
    ',',
    'Bearer',
    'Bearer authorization_uri=',
    'Bearer authorization_uri="',
    '="x"',
    'Bearer authorization_uri',
    '\u0000\uffff,,,===',
    `Bearer ${'a="b",'.repeat(20_000)}`,
    'a'.repeat(200_000),
  ])('of a strange shape (%#) is read without harm', (header) => {
    expect(authorityFacts(bearerOf(header)?.get('authorization_uri')).tenantId).toBeNull()
  })
})

describe('an answer without a token', () => {
  const answer = {
    host: 'contoso.operations.dynamics.com',
    status: 401,
    headers: {},
    body: '',
    bearer: undefined,
  }
  const html = { 'content-type': 'text/html; charset=utf-8' }
  const bearer = new Map<string, string>()

  test.each([
    ['a bearer challenge', { bearer, headers: { 'www-authenticate': 'Bearer' } }, 'finops'],
    ['a bare 401', {}, 'finops'],
    ['Windows sign-in', { headers: { 'www-authenticate': 'Negotiate' } }, 'other'],
    [
      'a redirect',
      { status: 302, headers: { location: 'https://login.windows.net/' } },
      'redirect',
    ],
    [
      'a sign-in page',
      { status: 200, headers: html, body: '<title>Sign in</title>' },
      'login_page',
    ],
    [
      'a maintenance page',
      { status: 200, headers: html, body: 'The system is down for maintenance.' },
      'maintenance',
    ],
    ['503', { status: 503 }, 'maintenance'],
    ['JSON to anyone', { status: 200, headers: { 'content-type': 'application/json' } }, 'other'],
    ['404', { status: 404, headers: html }, 'other'],
    ['500', { status: 500 }, 'other'],
    ['Dataverse by host', { host: 'contoso.crm4.dynamics.com', bearer }, 'dataverse'],
    ['Dataverse by API host', { host: 'contoso.api.crm.dynamics.com', bearer }, 'dataverse'],
    [
      'Dataverse by its resource',
      { bearer: new Map([['resource_id', 'https://contoso.crm.dynamics.com/']]) },
      'dataverse',
    ],
    ['Dataverse by its code', { body: '{"error":{"code":"0x80060891"}}' }, 'dataverse'],
    [
      'Business Central by its code',
      { body: '{"error": {"code": "Authentication_InvalidCredentials"}}' },
      'business_central',
    ],
    [
      'Business Central by host',
      { host: 'api.businesscentral.dynamics.com', bearer },
      'business_central',
    ],
    [
      'Business Central by its resource',
      { bearer: new Map([['resource_id', 'https://api.businesscentral.dynamics.com']]) },
      'business_central',
    ],
  ] as const)('of %s is told as %s', (_how, change, what) => {
    expect(classifyAnswer({ ...answer, ...change })).toBe(what)
  })
})
