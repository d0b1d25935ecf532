import { type FaultState, failed } from '@/faults/state'
import { atEntra, rewriting } from '@/faults/world/answers'

type Row = readonly [
  code: number,
  broken: string,
  check: 'app' | 'token',
  truth: Readonly<{ step: 'credentials' | 'secret'; rule: string }>,
  edit: (form: URLSearchParams) => void,
]

const parameterMissing = { step: 'credentials', rule: 'entra.parameter-missing' } as const
const scopeWrong = { step: 'credentials', rule: 'entra.scope-wrong' } as const

/** Token requests that something on the way has spoilt, as a gateway or a home-made client does. */
const rows: readonly Row[] = [
  [
    7000218,
    'The secret is lost on its way to Entra',
    'token',
    { step: 'secret', rule: 'entra.secret-missing' },
    (form) => form.delete('client_secret'),
  ],
  [
    900144,
    'The request for a token has lost its grant type',
    'app',
    parameterMissing,
    (form) => form.delete('grant_type'),
  ],
  [
    90014,
    'The request for a token has lost its scope',
    'app',
    parameterMissing,
    (form) => form.delete('scope'),
  ],
  [
    70003,
    'The request for a token asks with another grant type',
    'app',
    { step: 'credentials', rule: 'entra.grant-type' },
    (form) => form.set('grant_type', 'password'),
  ],
  [
    901002,
    'The request for a token names a resource where a scope belongs',
    'app',
    { step: 'credentials', rule: 'entra.resource-parameter' },
    (form) => {
      form.delete('scope')
      form.set('resource', 'https://contoso-uat.practice.localhost')
    },
  ],
  [
    70011,
    'The request for a token names two scopes',
    'app',
    scopeWrong,
    (form) => form.set('scope', `${form.get('scope')} https://graph.practice.localhost/.default`),
  ],
  [
    1002012,
    'The scope in the request for a token lacks /.default',
    'app',
    scopeWrong,
    (form) => form.set('scope', 'https://contoso-uat.practice.localhost/Connector.FullAccess'),
  ],
]

export const requestStates: readonly FaultState[] = [
  ...rows.map(
    ([code, broken, check, { step, rule }, edit]): FaultState => ({
      id: `request-${code}`,
      broken,
      breakIt: ({ intercept }) => {
        intercept(rewriting(edit))
        return {}
      },
      truth: failed(check, step, rule),
    }),
  ),
  {
    id: 'request-50059',
    broken: 'The request for a token goes to the common endpoint',
    breakIt: ({ intercept }) => {
      intercept(atEntra((call) => call.forward({ path: call.path.replace(/^\/[^/]+/, '/common') })))
      return {}
    },
    truth: failed('app', 'credentials', 'entra.tenant-not-named', 'entra.tenant-common'),
  },
  {
    id: 'request-900561',
    broken: 'The request for a token becomes a GET on its way',
    breakIt: ({ intercept }) => {
      intercept(atEntra((call) => call.forward({ method: 'GET' })))
      return {}
    },
    truth: failed('app', 'credentials', 'entra.method-wrong'),
  },
]
