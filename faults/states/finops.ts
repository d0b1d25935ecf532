import { type FaultState, failed, type Truth, warned } from '@/faults/state'
import {
  atFinops,
  type Canned,
  drip,
  html,
  json,
  page,
  sendCanned,
  sendHalf,
  sendLarge,
  signInPage,
} from '@/faults/world/answers'
import type { FrontCall } from '@/faults/world/front'

type Row = readonly [
  id: string,
  broken: string,
  truth: Truth,
  answer: Canned | ((call: FrontCall) => void),
  /** Calls below this path alone. */
  path?: string,
]

const entity = '/data/Customers'
const odataError = (message: string) =>
  JSON.stringify({
    error: { code: '', message: 'An error has occurred.', innererror: { message } },
  })

/** Calls with a good token of a registered app, and what comes back in place of rows. */
const rows: readonly Row[] = [
  [
    'reset',
    'Calls with a token are cut off',
    failed('trust', null, 'network.reset'),
    ({ response }) => response.destroy(),
  ],
  [
    'silent',
    'Calls with a token are taken and never answered',
    failed('trust', null, 'network.answer-timed-out'),
    () => undefined,
  ],
  [
    'drip',
    'Answers to calls with a token come byte by byte and never end',
    failed('trust', null, 'network.answer-timed-out'),
    ({ response }) => drip(response),
  ],
  [
    '500-gateway',
    'Calls with a token are answered 500 with HTML',
    failed('trust', null, 'finops.server-error'),
    { status: 500, type: html, body: page('Server Error') },
  ],
  [
    '502',
    'Calls with a token are answered 502',
    failed('trust', null, 'finops.bad-gateway'),
    { status: 502, type: html, body: page('502 Bad Gateway') },
  ],
  [
    '503',
    'Calls with a token are answered 503 without a word',
    failed('trust', null, 'finops.unavailable'),
    { status: 503 },
  ],
  [
    '504',
    'Calls with a token are answered 504',
    failed('trust', null, 'finops.gateway-timeout'),
    { status: 504, type: html, body: page('504 Gateway Time-out') },
  ],
  [
    '429-no-hint',
    'F&O answers 429 and does not say how long to wait',
    failed('trust', null, 'finops.throttled'),
    { status: 429, type: 'text/plain', body: 'Too many requests' },
  ],
  [
    '429-long',
    'F&O answers 429 and asks to wait ten minutes',
    failed('trust', null, 'finops.throttled'),
    { status: 429, headers: { 'retry-after': '600' } },
  ],
  [
    'sign-in-page',
    'Calls with a token are answered with a sign-in page',
    failed('trust', 'credentials', 'finops.login-page'),
    { status: 200, type: html, body: signInPage },
  ],
  [
    'redirect',
    'Calls with a token are sent on to another host',
    failed('trust', 'credentials', 'finops.redirect'),
    { status: 302, headers: { location: 'https://contoso-new.operations.dynamics.com/data' } },
  ],
  [
    'firewall',
    'A firewall turns calls with a token away',
    failed('trust', null, 'finops.firewall'),
    { status: 403, type: html, body: page('403 Forbidden') },
  ],
  [
    'empty',
    'Calls with a token are answered 200 and nothing else',
    failed('trust', null, 'network.answer-malformed'),
    { status: 200, type: json },
  ],
  [
    'half',
    'Answers to calls with a token are cut off in the middle',
    failed('trust', null, 'network.reset', 'network.answer-malformed'),
    ({ response }) => sendHalf(response),
  ],
  [
    'garbage',
    'Calls with a token are answered with JSON that is none',
    failed('trust', null, 'network.answer-malformed'),
    { status: 200, type: json, body: '{"value":[{"UserID":' },
  ],
  [
    'other-json',
    'The list of entity sets is JSON of something else',
    failed('service-document', null, 'network.answer-malformed'),
    ({ path, response, forward }) =>
      /^\/data\/?(\?|$)/.test(path)
        ? sendCanned(response, { status: 200, type: json, body: '{"status":"ok"}' })
        : void forward(),
  ],
  [
    'entity-500',
    'Reading customers fails with an X++ infolog',
    failed('entity-read', null, 'finops.server-error'),
    {
      status: 500,
      type: json,
      body: odataError('Infolog for task: Update is not allowed for field Name.'),
    },
    entity,
  ],
  [
    'entity-404',
    'The entity sets that are listed cannot be read: the entity is not public any more',
    failed('entity-read', null, 'finops.entity-unknown'),
    {
      status: 404,
      type: json,
      body: odataError("Resource not found for the segment 'CustomersV3'."),
    },
    entity,
  ],
  [
    'entity-licence',
    'The user behind the app has no licence',
    failed('entity-read', 'trust', 'finops.licence-missing'),
    ({ path, response, forward }) =>
      /^\/data\/[A-Z]/.test(path)
        ? sendCanned(response, {
            status: 403,
            type: json,
            body: odataError('The user is not assigned a licence that covers this operation.'),
          })
        : void forward(),
  ],
  [
    'entity-large',
    'One page of rows is larger than can be kept in memory',
    failed('entity-read', null, 'network.body-too-large'),
    ({ response }) => sendLarge(response, 70),
    entity,
  ],
  [
    'entity-half',
    'The rows are cut off in the middle',
    failed('entity-read', null, 'network.reset', 'network.answer-malformed'),
    ({ response }) => sendHalf(response),
    entity,
  ],
  [
    'priority-unmapped',
    'Priorities are mapped to other apps, and to this one none',
    warned('throttling-priority', null, 'proof.priority-unmapped'),
    answerPriorities,
  ],
  [
    'headroom-429',
    'Small reads are held back now and then',
    warned('headroom', null, 'proof.little-headroom'),
    ({ path, response, forward }) =>
      path.endsWith('top=1')
        ? sendCanned(response, { status: 429, headers: { 'retry-after': '5' } })
        : void forward(),
    entity,
  ],
]

/** An environment that offers the mapping for reading; the practice tenant has none. */
function answerPriorities({ path, response, forward }: FrontCall): void {
  const sets = ['CustomersV3', 'ThrottlingPriorityMappings']
  const listed = sets.map((name) => ({ name, kind: 'EntitySet', url: name }))
  const answer = (value: readonly object[]) =>
    sendCanned(response, { status: 200, type: json, body: JSON.stringify({ value }) })
  if (/^\/data\/?(\?|$)/.test(path)) answer(listed)
  else if (path.startsWith('/data/Throttling')) {
    answer([{ ClientId: '11111111-2222-4333-8444-555555555555', Priority: 'Low' }])
  } else void forward()
}

/** Those that end only with a time limit. */
const waiting = ['silent', 'drip', '429-no-hint']

export const finopsStates: readonly FaultState[] = rows.map(
  ([id, broken, truth, answer, path]) => ({
    id: `finops-${id}`,
    waits: waiting.includes(id),
    broken,
    breakIt: ({ intercept }) => {
      const act =
        typeof answer === 'function'
          ? answer
          : ({ response }: FrontCall) => sendCanned(response, answer)
      intercept(atFinops(act, path))
      return {}
    },
    truth,
  }),
)
