import { type FaultState, failed, type Truth } from '@/faults/state'
import {
  always,
  type Canned,
  challenge,
  html,
  json,
  page,
  signInPage,
} from '@/faults/world/answers'
import { serveHttps, serveTls } from '@/faults/world/serve'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'

/** What answers, once the connection stands, a caller without a token. */
const answers: readonly (readonly [id: string, broken: string, truth: Truth, answer: Canned])[] = [
  [
    'web-page',
    'A web server answers under the environment’s address',
    failed('finops', 'credentials', 'finops.web-page'),
    { status: 200, type: html, body: page('Welcome to nginx') },
  ],
  [
    'sign-in-page',
    'A sign-in page answers under the environment’s address',
    failed('finops', 'credentials', 'finops.login-page'),
    { status: 200, type: html, body: signInPage },
  ],
  [
    'redirect',
    'The environment has moved to another address',
    failed('finops', 'credentials', 'finops.redirect'),
    { status: 301, headers: { location: 'https://contoso-new.operations.dynamics.com/data' } },
  ],
  [
    'redirect-adfs',
    'The environment is on-premises and signs in through AD FS',
    failed('finops', 'credentials', 'finops.redirect-adfs'),
    { status: 302, headers: { location: 'https://sts.corp.example/adfs/oauth2/authorize' } },
  ],
  [
    'no-environment',
    'The environment was deleted: the host answers 404 with HTML',
    failed('finops', 'credentials', 'finops.no-environment'),
    { status: 404, type: html, body: page('404 - Web app not found') },
  ],
  [
    'other-api',
    'Another API answers there: 200 with JSON, to a caller without a token',
    failed('finops', 'credentials', 'proof.not-finops'),
    { status: 200, type: json, body: '{"name":"orders","version":"2.1"}' },
  ],
  [
    'other-api-404',
    'Another API answers there, and has no /data: 404 with JSON',
    failed('finops', 'credentials', 'proof.not-finops'),
    { status: 404, type: json, body: '{"detail":"Not Found"}' },
  ],
  [
    'basic-auth',
    'Something answers there that wants a name and a password',
    failed('finops', 'credentials', 'finops.other-scheme'),
    { status: 401, headers: { 'www-authenticate': 'Basic realm="intranet"' } },
  ],
  [
    'dataverse',
    'Dataverse answers there, under a name of its own',
    failed('finops', 'credentials', 'finops.challenges-as-dataverse'),
    {
      status: 401,
      headers: {
        'www-authenticate':
          'Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, resource_id=https://contoso.crm4.dynamics.com/',
      },
    },
  ],
  [
    'other-tenant',
    'The environment belongs to another tenant, and says so',
    failed('tenant-match', 'credentials', 'proof.tenant-differs'),
    challenge(otherTenant.tenantId),
  ],
  [
    '500',
    'The environment fails at every call',
    failed('finops', null, 'finops.server-error'),
    { status: 500, type: json, body: '{"Message":"An error has occurred."}' },
  ],
  [
    '503',
    'The environment is stopped: 503 without a word',
    failed('finops', null, 'finops.unavailable'),
    { status: 503 },
  ],
  [
    '429',
    'The environment answers 429 even without a token',
    failed('finops', null, 'finops.throttled'),
    { status: 429, headers: { 'retry-after': '30' } },
  ],
]

export const environmentStates: readonly FaultState[] = [
  ...answers.map(
    ([id, broken, truth, answer]): FaultState => ({
      id: `environment-${id}`,
      broken,
      breakIt: ({ slot, world }) => ({
        environmentUrl: serveHttps(slot(), world.leaf, always(answer)),
      }),
      truth,
    }),
  ),
  {
    id: 'environment-unknown-name',
    broken: 'There is no such environment behind the gateway of all of them',
    breakIt: () => ({ environmentUrl: 'https://contoso-dev.practice.localhost' }),
    truth: failed('finops', 'credentials', 'proof.not-finops'),
  },
  {
    id: 'environment-not-in-tenant',
    broken: 'F&O answers, and Dynamics ERP of the tenant does not know its address',
    breakIt: ({ slot, world }) => ({
      environmentUrl: serveHttps(slot(), world.leaf, always(challenge(homeTenant.tenantId))),
    }),
    truth: failed('token', 'credentials', 'entra.resource-not-found'),
  },
  {
    id: 'environment-garbage',
    broken: 'What answers inside TLS is not HTTP',
    breakIt: ({ slot, world }) => ({
      environmentUrl: serveTls(slot(), world.leaf, (socket) =>
        socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
      ),
    }),
    truth: failed('finops', null, 'network.answer-malformed'),
  },
  {
    id: 'environment-headers-large',
    broken: 'The headers of the answer have no end',
    breakIt: ({ slot, world }) => ({
      environmentUrl: serveTls(slot(), world.leaf, (socket) => {
        socket.write(`HTTP/1.1 401 Unauthorized\r\nx-filler: ${'y'.repeat(200_000)}\r\n\r\n`)
      }),
    }),
    truth: failed('finops', null, 'network.answer-malformed'),
  },
  {
    id: 'environment-hangs-up',
    broken: 'The host hangs up as soon as it is asked',
    breakIt: ({ slot, world }) => ({
      environmentUrl: serveTls(slot(), world.leaf, (socket) => {
        socket.once('data', () => socket.destroy())
      }),
    }),
    truth: failed('finops', null, 'network.reset'),
  },
  {
    id: 'environment-silent',
    waits: true,
    broken: 'The host takes the question and never answers',
    breakIt: ({ slot, world }) => ({
      environmentUrl: serveTls(slot(), world.leaf, () => undefined),
    }),
    truth: failed('finops', null, 'network.answer-timed-out'),
  },
  {
    id: 'environment-drip',
    waits: true,
    broken: 'The headers of the answer come byte by byte and never end',
    breakIt: ({ slot, world }) => ({
      environmentUrl: serveTls(slot(), world.leaf, (socket) => {
        socket.write('HTTP/1.1 401 Unauthorized\r\nx-slow: ')
        const timer = setInterval(() => socket.write('y'), 300)
        socket.on('close', () => clearInterval(timer))
      }),
    }),
    truth: failed('finops', null, 'network.answer-timed-out'),
  },
]
