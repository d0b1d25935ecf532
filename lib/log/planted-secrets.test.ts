import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { logOptions } from '@/lib/log/log'

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
const base64 = (bytes: number) => randomBytes(bytes).toString('base64url')
const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')
const jwt = `${part({ alg: 'RS256', kid: 'k' })}.${part({ aud: 'x', iss: 'y' })}.${base64(64)}`
const pem = (type: 'pkcs1' | 'pkcs8') =>
  generateKeyPairSync('rsa', { modulusLength: 1024 })
    .privateKey.export({ type, format: 'pem' })
    .toString()
const entraSecret = `a1B8Q~${base64(24).slice(0, 34)}`
const storageKey = randomBytes(64).toString('base64')
const guid = crypto.randomUUID()

/** A kind of secret: what is not to be found, in the text that somebody logs. */
const planted: readonly (readonly [
  kind: string,
  secret: string,
  text: (secret: string) => string,
])[] = [
  ['an access token', jwt, (s) => `token is ${s}`],
  ['a bearer header', jwt, (s) => `authorization: Bearer ${s}`],
  ['a bearer header in JSON', jwt, (s) => `{"Authorization":"Bearer ${s}"}`],
  ['an opaque bearer', base64(40), (s) => `Bearer ${s}`],
  ['an API token of ours', `fvs_${base64(32)}`, (s) => `got ${s}`],
  ['an API token of ours in a header', `fvs_${base64(32)}`, (s) => `Authorization: Bearer ${s}`],
  ['a set-up link', base64(24), (s) => `GET /set-up?token=${s}`],
  ['an invitation', base64(24), (s) => `http://x/join?token=${s}`],
  ['a session cookie', base64(32), (s) => `cookie: fivestep.session_token=${s}`],
  ['a set cookie', base64(32), (s) => `set-cookie: fivestep.session_token=${s}; HttpOnly`],
  ['a basic header', base64(24), (s) => `Authorization: Basic ${s}`],
  ['a client secret of Entra', entraSecret, (s) => `invalid secret ${s}`],
  ['a client secret in a form', entraSecret, (s) => `grant_type=x&client_secret=${s}&scope=y`],
  ['a client secret in JSON', entraSecret, (s) => JSON.stringify({ client_secret: s })],
  ['a client secret in camel case', entraSecret, (s) => JSON.stringify({ clientSecret: s })],
  [
    'a client secret in escaped JSON',
    entraSecret,
    (s) => JSON.stringify(JSON.stringify({ client_secret: s })),
  ],
  ['a GUID as a client secret', guid, (s) => `client_secret=${s}`],
  ['a GUID as a secret in JSON', guid, (s) => JSON.stringify({ secretText: s })],
  ['a secret of Graph', entraSecret, (s) => JSON.stringify({ secretText: s, keyId: 'k' })],
  ['a client assertion', jwt, (s) => `client_assertion=${s}`],
  ['a refresh token', `0.AR${base64(60)}`, (s) => JSON.stringify({ refresh_token: s })],
  ['a refresh token in a form', `0.AR${base64(60)}`, (s) => `refresh_token=${s}&x=1`],
  ['an id token', jwt, (s) => `id_token=${s}`],
  ['an access token in JSON', base64(60), (s) => JSON.stringify({ access_token: s })],
  ['an access token in a query', base64(60), (s) => `/data?access_token=${s}`],
  ['a code of authorization', base64(80), (s) => `https://x/callback?code=${s}&state=1`],
  ['a PKCS 8 key', pem('pkcs8'), (s) => s],
  ['a PKCS 1 key', pem('pkcs1'), (s) => `could not read ${s}`],
  ['a key in one line', pem('pkcs8').replaceAll('\n', '\\n'), (s) => JSON.stringify({ key: s })],
  ['an encrypted key', pem('pkcs8').replaceAll('PRIVATE', 'ENCRYPTED PRIVATE'), (s) => s],
  ['an EC key', pem('pkcs8').replaceAll('PRIVATE', 'EC PRIVATE'), (s) => s],
  ['a key that was cut off', pem('pkcs8').slice(0, 400), (s) => s],
  ['a password in JSON', 'correct horse battery', (s) => JSON.stringify({ password: s })],
  ['a password in a form', hex(8), (s) => `email=x&password=${s}`],
  ['a password of a database', hex(12), (s) => `postgresql://fivestep:${s}@db:5432/x`],
  ['a password of a proxy', hex(12), (s) => `http://user:${s}@proxy.corp:8080`],
  ['a password of a mail server', hex(12), (s) => `smtp://user:${s}@mail.corp:587`],
  ['a password of a connection string', hex(12), (s) => `Server=x;User Id=y;Password=${s};`],
  ['a pwd of a connection string', hex(12), (s) => `Server=x;Uid=y;Pwd=${s};`],
  ['a storage key', storageKey, (s) => `AccountName=x;AccountKey=${s};EndpointSuffix=y`],
  ['a shared access key', storageKey, (s) => `SharedAccessKeyName=x;SharedAccessKey=${s}`],
  [
    'a signature of a storage link',
    encodeURIComponent(randomBytes(32).toString('base64')),
    (s) => `https://x.blob.core.windows.net/c?sv=2024&sig=${s}`,
  ],
  ['an API key', hex(16), (s) => `x-api-key: ${s}`],
  ['an API key in JSON', hex(16), (s) => JSON.stringify({ apiKey: s })],
  ['a functions key', base64(32), (s) => `x-functions-key: ${s}`],
  ['a subscription key', hex(16), (s) => `Ocp-Apim-Subscription-Key: ${s}`],
  ['a master key', randomBytes(32).toString('base64'), (s) => `FIVESTEP_MASTER_KEY=${s}`],
  ['a data key', randomBytes(32).toString('base64'), (s) => JSON.stringify({ dataKey: s })],
  ['a passphrase', hex(10), (s) => JSON.stringify({ passphrase: s })],
  [
    'a webhook of Teams',
    `${hex(16)}/${guid}`,
    (s) => `https://contoso.webhook.office.com/webhookb2/${guid}@${guid}/IncomingWebhook/${s}`,
  ],
  [
    'a webhook of Slack',
    `T0AB12CD3/B0AB12CD3/${base64(18)}`,
    (s) => `https://hooks.slack.com/services/${s}`,
  ],
  ['a proxy header', base64(24), (s) => `Proxy-Authorization: Basic ${s}`],
]

function logged(write: (logger: pino.Logger) => void): string {
  const lines: string[] = []
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  write(pino(logOptions, sink))
  for (const line of lines) JSON.parse(line)
  return lines.join('')
}

test('at least fifty kinds are planted', () => {
  expect(new Set(planted.map(([kind]) => kind)).size).toBeGreaterThanOrEqual(50)
})

test.each(planted)(
  '%s is in no line: not in a message, an error, a field or its cause',
  (_kind, secret, text) => {
    const said = text(secret)
    const caused = new Error('it failed', { cause: new Error(said) })
    const output = logged((logger) => {
      logger.info(said)
      logger.error({ err: new Error(said) }, 'failed')
      logger.error({ err: caused }, 'failed')
      logger.warn({ a: { b: { c: { d: [said] } } } }, 'nested')
    })
    for (const line of secret.split(/\\n|\n/)) {
      const isMark = line.startsWith('-----') || line.length < 6
      if (!isMark) expect(output).not.toContain(line)
    }
  },
)

test('what is no secret stays: ids, addresses and the words around', () => {
  const output = logged((logger) =>
    logger.info(
      { requestId: guid, path: '/api/connections/con_abcdefghij0123456789', connectionId: 'con_x' },
      'read CustomersV3 from https://contoso.operations.dynamics.com/data',
    ),
  )
  for (const kept of [guid, 'con_abcdefghij0123456789', 'CustomersV3', 'contoso.operations']) {
    expect(output).toContain(kept)
  }
})
