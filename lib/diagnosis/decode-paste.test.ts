import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodePaste, diagnosePaste } from '@/lib/diagnosis/decode-paste'
import { Diagnosis } from '@/lib/diagnosis/diagnosis'
import { Failure } from '@/lib/diagnosis/failure'

const now = new Date('2026-11-25T08:00:00.000Z')
const tenant = 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12'
const app = '3f2c9a10-7b1d-4c55-8e21-90ab12cd34ef'
const host = 'contoso-uat.sandbox.operations.dynamics.com'
const secret = 'abC8Q~dEfGhIjKlMnOpQrStUvWxYz0123456789_'
const base64 = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '')
const tokenOf = (claims: object) =>
  `${base64({ alg: 'RS256' })}.${base64(claims)}.c2lnbmF0dXJlLW9mLW5vdGhpbmc`
const token = tokenOf({
  aud: `https://${host}`,
  tid: tenant,
  oid: 'x',
  exp: now.getTime() / 1000 + 600,
})
const read = (text: string) => {
  const decoded = decodePaste(text, now)
  return { ...decoded, diagnosis: diagnosePaste(decoded) }
}

const ids = `Trace ID: 7f0e2a4c-11bb-4ccc-8d33-eeee33330000 Correlation ID: c0ffee00-bb11-4222-93cc-444444dddddd Timestamp: 2026-11-20 10:11:12Z`
const aadsts = `AADSTS7000215: The secret of app '${app}' is not valid. ${ids}`
const entraJson = JSON.stringify({
  error: 'invalid_client',
  error_description: aadsts,
  error_codes: [7000215],
})
const curlOf = (lines: readonly string[]) => lines.join('\r\n')

const pastes: readonly (readonly [string, string, string, string])[] = [
  ['an AADSTS line', 'aadsts', 'entra.secret-wrong', aadsts],
  ['Entra’s JSON', 'json', 'entra.secret-wrong', entraJson],
  [
    'JSON inside JSON',
    'json',
    'entra.secret-wrong',
    JSON.stringify({ body: JSON.stringify({ x: entraJson }) }),
  ],
  [
    'a curl transcript of a refused call',
    'curl',
    'finops.app-not-registered',
    curlOf([
      `* Connected to ${host} (20.0.0.1) port 443`,
      '> GET /data/CustomersV3?$top=1 HTTP/1.1',
      `> Host: ${host}`,
      `> Authorization: Bearer ${token}`,
      '> ',
      '< HTTP/1.1 401 Unauthorized',
      '< P3P: CP="No P3P policy defined."',
      '< ',
    ]),
  ],
  [
    'a curl transcript without a token',
    'curl',
    'finops.no-token',
    curlOf([
      '> GET /data HTTP/2',
      `> Host: ${host}`,
      '> accept: */*',
      '> ',
      '< HTTP/2 401 ',
      '< content-length: 0',
    ]),
  ],
  [
    'a curl transcript with a slash in the audience',
    'curl',
    'finops.audience-wrong',
    curlOf([
      '> GET /data HTTP/1.1',
      `> Host: ${host}`,
      `> Authorization: Bearer ${tokenOf({ aud: `https://${host}/`, tid: tenant, oid: 'x' })}`,
      '< HTTP/1.1 401 Unauthorized',
    ]),
  ],
  [
    'a curl error',
    'text',
    'network.environment-name-unknown',
    `curl: (6) Could not resolve host: ${host} https://${host}/data`,
  ],
  [
    'a Power Automate action',
    'power-automate',
    'finops.entity-unknown',
    `{"statusCode":404,"headers":{"x-ms-request-id":"1"},"body":{"error":{"code":"","message":"An error has occurred.","innererror":{"message":"Resource not found for the segment 'VendVendors'.","type":"","stacktrace":""}}},"operationName":"ListItems","url":"https://${host}/data/VendVendors"}`,
  ],
  [
    'a Data Factory activity',
    'data-factory',
    'entra.resource-not-found',
    `ErrorCode=UserErrorODataAuthFailed,'Type=Microsoft.DataTransfer.Common.Shared.HybridDeliveryException,Message=AADSTS500011: The resource principal named https://${host}/ was not found in the tenant. ${ids},Source=Microsoft.DataTransfer.Runtime'`,
  ],
  [
    'a Data Factory throttling',
    'data-factory',
    'finops.throttled',
    `ErrorCode=UserErrorHttpStatusCodeIndicatingFailure,'Type=Microsoft.DataTransfer.X,Message=The HTTP request failed with status code 429 TooManyRequests. url https://${host}/data/CustomersV3'`,
  ],
  [
    'a .NET exception of MSAL',
    'dotnet',
    'entra.tenant-not-found',
    `Microsoft.Identity.Client.MsalServiceException: AADSTS90002: Tenant 'contoso' not found. ${ids}\n   at Microsoft.Identity.Client.OAuth2.OAuth2Client.ThrowServerException(HttpResponse response)`,
  ],
  [
    'a .NET HTTP exception',
    'dotnet',
    'finops.refused',
    `System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).\n   at System.Net.Http.HttpResponseMessage.EnsureSuccessStatusCode()\nGET https://${host}/data/CustomersV3`,
  ],
  [
    'a .NET socket exception',
    'dotnet',
    'network.refused',
    `System.Net.Http.HttpRequestException: No connection could be made because the target machine actively refused it. (${host}:443) https://${host}/data`,
  ],
  [
    'an SSIS error',
    'ssis',
    'write.related-missing',
    `[Dynamics Destination] Error: SSIS Error Code DTS_E_PROCESSINPUTFAILED. KingswaySoft.IntegrationToolkit: Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning: The value 'X' in field 'Customer group' is not found in the related table 'Customer groups'..`,
  ],
  [
    'a Postman console',
    'postman',
    'finops.key-incomplete',
    `postman GET https://${host}/data/CustomersV3('A') 404\n{"Message":"No HTTP resource was found that matches the request URI 'https://${host}/data/CustomersV3('A')'. No route data was found for this request."}`,
  ],
  [
    'a sign-in page',
    'html',
    'finops.login-page',
    `<!DOCTYPE html><html><head><title>Sign in to your account</title></head><body><form action="https://login.microsoftonline.com/common/login"></form><a href="https://${host}">back</a></body></html>`,
  ],
  [
    'a Python trace',
    'python',
    'network.certificate-intercepted',
    `Traceback (most recent call last):\nrequests.exceptions.SSLError: HTTPSConnectionPool(host='${host}', port=443): certificate verify failed: self signed certificate in certificate chain (CN=Zscaler Root CA) https://${host}/data`,
  ],
  [
    'Graph’s JSON',
    'json',
    'graph.rights-missing',
    '{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges."},"url":"https://graph.microsoft.com/v1.0/applications","status": 403}',
  ],
  [
    'AD FS',
    'text',
    'authority.adfs-client',
    'POST https://login.microsoftonline.com/adfs MSIS9622: Client authentication failed. invalid_client',
  ],
  [
    'a Dataverse address',
    'text',
    'finops.is-dataverse',
    'GET https://contoso.crm4.dynamics.com/api/data/v9.2/accounts 401 Unauthorized',
  ],
  ['a shopping list', 'text', 'paste.unclear', 'milk, eggs and bread'],
  ['nothing', 'empty', 'paste.unclear', '  \n '],
]

describe('each form is known, and explained by the right rule', () => {
  test.each(pastes)('%s', (...[, form, rule, text]) => {
    const decoded = read(text)
    expect(Failure.parse(decoded.failure)).toBeTruthy()
    expect(decoded.diagnosis.rule).toBe(rule)
    expect(decoded.form).toBe(form)
  })
})

test('ids, time and app are read out of the text', () => {
  const { failure, context } = read(
    `${aadsts} https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token client_id=${app}`,
  )
  expect(failure).toMatchObject({
    code: 'AADSTS7000215',
    at: '2026-11-20T10:11:12.000Z',
    ids: {
      traceId: '7f0e2a4c-11bb-4ccc-8d33-eeee33330000',
      correlationId: 'c0ffee00-bb11-4222-93cc-444444dddddd',
    },
  })
  expect(context).toMatchObject({ tenantId: tenant, clientId: app, cloud: 'public' })
})

describe('an end of a token tells something only beside a time', () => {
  const ended = tokenOf({ aud: `https://${host}`, oid: 'x', exp: now.getTime() / 1000 - 600 })
  const transcript = (date: string) =>
    curlOf([
      '> GET /data HTTP/1.1',
      `> Host: ${host}`,
      `> Authorization: Bearer ${ended}`,
      '< HTTP/1.1 401 Unauthorized',
      ...(date === '' ? [] : [`< Date: ${date}`]),
    ])

  test.each([
    ['before it', 'Wed, 25 Nov 2026 07:45:00 GMT', 'finops.app-not-registered', true],
    ['after it', 'Wed, 25 Nov 2026 07:55:00 GMT', 'finops.token-expired', true],
    ['that is none', 'yesterday, or so', 'finops.app-not-registered', false],
    ['untold', '', 'finops.app-not-registered', false],
  ])('%s', (...[, date, rule, timeIsTold]) => {
    const decoded = read(transcript(date))
    expect(decoded.diagnosis.rule).toBe(rule)
    expect(decoded.timeIsTold).toBe(timeIsTold)
    expect(decoded.failure.at).toBe((timeIsTold ? new Date(date) : now).toISOString())
  })
})

describe('what is not plain is only called possible', () => {
  test.each(['401', 'Unauthorized', '403 Forbidden', 'milk and eggs', 'error 500'])(
    '%s',
    (text) => {
      expect(read(text).diagnosis.confidence).toBe('possible')
    },
  )
})

describe('secrets are blanked, whatever wraps them', () => {
  test.each([
    [`client_secret=${secret}&grant_type=client_credentials`],
    [`client_secret=${encodeURIComponent(secret).replace('~', '%7E')}&x=1`],
    [`{"client_secret":"${secret}"}`],
    [`{\\"client_secret\\":\\"${secret}\\"}`],
    [`"clientSecret" : '${secret}'`],
    [`{"password": "a\\"${secret.replace('Q~', 'xx')}", "x": 1}`],
    [`{\\"password\\": \\"a\\\\\\"${secret.replace('Q~', 'xx')}\\", \\"x\\": 1}`],
    [`token=client_secret=${secret.replace('Q~', 'xx')}`],
    [`--data-urlencode 'client_secret=${secret}'`],
    [`Client secret is ${secret} ok`],
    [`> Authorization: Bearer ${token}`],
    [`authorization: Bearer ${token.slice(0, 60)}`],
    [`"Authorization": "Bearer ${token}"`],
    [`{"access_token":"${token}"}`],
    [`access_token%3D${token}`],
    [`token was ${token}`],
    [`Cookie: session=${secret.replace('Q~', 'xx')}`],
    [`Password=${secret.replace('Q~', 'xx')};Server=x`],
    [`-----BEGIN PRIVATE KEY-----\n${secret.replace('Q~', 'xx')}\n-----END PRIVATE KEY-----`],
  ])('%s', (text) => {
    const { redacted, failure } = read(text)
    for (const shown of [redacted, JSON.stringify(failure)]) {
      expect(shown).not.toContain(secret.slice(6, 36))
      expect(shown).not.toContain(token.slice(30, 60))
      expect(shown).not.toContain('c2lnbmF0dXJl')
    }
    expect(redacted).toContain('[redacted]')
  })

  test.each([
    aadsts,
    `client_id=${app}&scope=https://${host}/.default`,
    'Invalid token: expired',
    '{"client_secret":"{{client_secret}}"}',
    `https://${host}/data/CustomersV3(dataAreaId='usmf',CustomerAccount='US-001')?$select=Name`,
  ])('%s stays as it is', (text) => expect(read(text).redacted).toBe(text))
})

describe('nothing breaks the decoder', () => {
  test('random text, bytes and JSON', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.json(),
      fc
        .array(
          fc.constantFrom(
            'AADSTS',
            '{',
            '"',
            '\\',
            '<',
            'eyJ',
            '.',
            'secret=',
            'Q~',
            '> ',
            'HTTP/1.1 ',
            '401',
            ' ',
            '\n',
            'https://',
            host,
          ),
          { maxLength: 300 },
        )
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(hostile, (text) => {
        const { failure, diagnosis } = read(text)
        expect(Failure.safeParse(failure).success && Diagnosis.safeParse(diagnosis).success).toBe(
          true,
        )
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['nested JSON', '['.repeat(1_000_000)],
    ['nested objects', '{"a":'.repeat(200_000)],
    ['open quotes', '"client_secret":"'.repeat(60_000)],
    ['half tokens', '-eyJ'.repeat(250_000)],
    ['hostile HTML', '<title>'.repeat(140_000)],
    ['addresses', 'https://'.repeat(125_000)],
    ['spaces', ' '.repeat(1_000_000)],
  ])('a megabyte of %s', (_name, text) => {
    expect(read(text).redacted.length).toBeLessThan(2_500_000)
  })

  test('half a token at the seam of a very long log is not shown', () => {
    const long = `x ${'f'.repeat(200_000)} ${token.repeat(20)}${'. more'.repeat(4_990)}`
    expect(read(long).redacted).not.toContain(token.slice(30, 60))
  })

  test('a code in the middle of a very long log is found', () => {
    const noise = 'one more line of a log that says nothing\n'.repeat(20_000)
    expect(read(noise + aadsts + noise).failure.code).toBe('AADSTS7000215')
  })
})
