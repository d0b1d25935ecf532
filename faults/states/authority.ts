import type { RequestListener, ServerResponse } from 'node:http'
import { type FaultState, failed, type Truth } from '@/faults/state'
import {
  atEntra,
  type Canned,
  drip,
  html,
  json,
  page,
  sendCanned,
  sendHalf,
  sendLarge,
} from '@/faults/world/answers'
import { serveHttps } from '@/faults/world/serve'
import type { StepId } from '@/lib/steps/step'

type Row = Readonly<{
  id: string
  broken: string
  step: StepId | null
  rules: Truth['rules']
  waits?: boolean
  answer: Canned | ((response: ServerResponse) => void)
}>

/** What comes where the sign-in service should answer. */
const rows: readonly Row[] = [
  {
    id: 'page',
    broken: 'a web page answers',
    step: null,
    rules: ['authority.page'],
    answer: { status: 200, type: html, body: page('Guest Wi-Fi: please accept the terms') },
  },
  {
    id: 'redirect',
    broken: 'the call is sent on to another host',
    step: 'credentials',
    rules: ['authority.redirect'],
    answer: { status: 302, headers: { location: 'https://sso.corp.example/' } },
  },
  {
    id: '404',
    broken: 'there is no sign-in service: 404',
    step: 'credentials',
    rules: ['authority.not-found'],
    answer: { status: 404, type: 'text/plain', body: 'not found' },
  },
  {
    id: '429',
    broken: 'the service is asked too often: 429',
    step: null,
    rules: ['authority.throttled'],
    answer: { status: 429, headers: { 'retry-after': '60' } },
  },
  {
    id: '500',
    broken: 'the service fails: 500',
    step: null,
    rules: ['authority.trouble', 'authority.unavailable'],
    answer: { status: 500, type: json, body: '{"error":"server_error"}' },
  },
  {
    id: '503',
    broken: 'the service is not available: 503',
    step: null,
    rules: ['authority.trouble'],
    answer: { status: 503 },
  },
  {
    id: 'empty',
    broken: 'nothing is in the answer',
    step: null,
    rules: ['network.answer-malformed'],
    answer: { status: 200, type: json },
  },
  {
    id: 'garbage',
    broken: 'the answer is JSON that is none',
    step: null,
    rules: ['network.answer-malformed'],
    answer: { status: 200, type: json, body: '{"token_type":"Bearer","access_' },
  },
  {
    id: 'half',
    broken: 'the answer is cut off in the middle',
    step: null,
    rules: ['network.reset', 'network.answer-malformed'],
    answer: sendHalf,
  },
  {
    id: 'large',
    broken: 'the answer is larger than can be kept in memory',
    step: null,
    rules: ['network.body-too-large'],
    answer: (response) => sendLarge(response, 2),
  },
  {
    id: 'drip',
    waits: true,
    broken: 'the answer comes byte by byte and never ends',
    step: null,
    rules: ['network.answer-timed-out'],
    answer: drip,
  },
  {
    id: 'mute',
    waits: true,
    broken: 'the question is taken and never answered',
    step: null,
    rules: ['network.answer-timed-out'],
    answer: () => undefined,
  },
]

const toAct = ({ answer }: Row): ((response: ServerResponse) => void) =>
  typeof answer === 'function' ? answer : (response) => sendCanned(response, answer)

const toListener =
  (row: Row): RequestListener =>
  (_request, response) =>
    toAct(row)(response)

export const authorityStates: readonly FaultState[] = [
  ...rows.map(
    (row): FaultState => ({
      id: `authority-${row.id}`,
      waits: row.waits ?? false,
      broken: `Asked for the tenant: ${row.broken}`,
      breakIt: ({ slot, world }) => ({
        cloud: 'custom',
        authorityUrl: serveHttps(slot(), world.leaf, toListener(row)),
      }),
      truth: failed('tenant', row.step, ...row.rules),
    }),
  ),
  ...rows.map(
    (row): FaultState => ({
      id: `token-endpoint-${row.id}`,
      waits: row.waits ?? false,
      broken: `Asked for a token: ${row.broken}`,
      breakIt: ({ intercept }) => {
        intercept(atEntra(({ response }) => toAct(row)(response)))
        return {}
      },
      truth: failed('app', row.step, ...row.rules),
    }),
  ),
]
