import { rulesOf } from '@/lib/diagnosis/rule'
import { sources } from '@/lib/diagnosis/sources'

/** The environment is busy, asleep or down. */
export const finopsServiceRules = rulesOf(
  {
    step: null,
    who: 'nobody',
    links: ['finops-environments'],
    mayHealByWaiting: true,
    sources: [sources.http],
  },
  [
    {
      id: 'finops.throttled',
      match: { where: ['environment'], status: [429] },
      title: 'Finance & Operations asks for a pause',
      cause:
        'It is short of resources just now and puts callers off, those with a low priority first. It asks to wait {retryAfter}.',
      fix: [
        'Wait as long as Retry-After says; Fivestep does so by itself.',
        'Call less in parallel, and read only the fields and rows that are needed.',
        'Give the app a higher priority in System administration > Setup > Throttling priority mapping.',
        'For large amounts use a data package (DMF).',
      ],
      who: 'finops-admin',
      links: ['finops-throttling'],
      sources: [sources.limits],
    },
    {
      id: 'finops.maintenance',
      match: {
        where: ['environment'],
        status: [503],
        text: /maintenance|servic(ing|ed)|updat(e|ing)/i,
      },
      title: 'The environment is under maintenance',
      cause: 'It says so itself. Nothing is wrong with the set-up.',
      fix: ['Wait until the maintenance is over.', 'See in the admin center how long it takes.'],
    },
    {
      id: 'finops.unavailable',
      match: { where: ['environment'], status: [503] },
      title: 'The environment is not available at the moment',
      cause:
        'It is starting, being updated, stopped, or overloaded. Nothing is wrong with the set-up.',
      fix: [
        'Wait some minutes and try again.',
        'If it lasts, see in the admin center or Lifecycle Services whether the environment runs.',
      ],
      confidence: 'likely',
    },
    {
      id: 'finops.bad-gateway',
      match: { where: ['environment'], status: [502] },
      title: 'The gateway in front of Finance & Operations got no proper answer',
      cause:
        'The server behind it is restarting or not running, or a proxy of your own is in trouble.',
      fix: ['Wait some minutes and try again.', 'If it lasts, see whether the environment runs.'],
      confidence: 'likely',
    },
    {
      id: 'finops.gateway-timeout',
      match: { where: ['environment'], status: [504, 408] },
      title: 'The answer took longer than the gateway waits',
      cause: 'The query is heavy, or the environment is under load.',
      fix: [
        'Read fewer rows with $top and $filter, and fewer fields with $select.',
        'Try again at a quieter time.',
      ],
      who: 'developer',
      confidence: 'likely',
    },
    {
      id: 'finops.not-implemented',
      match: { where: ['environment'], status: [501] },
      title: 'Finance & Operations does not support what was asked',
      cause: 'The request is understood, but that part of OData is not there. It says: {message}',
      fix: ['Ask in another way, with simpler query options.'],
      who: 'developer',
      links: ['docs-odata'],
      mayHealByWaiting: false,
    },
  ],
)
