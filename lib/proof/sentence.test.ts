import { expect, test } from 'vitest'
import type { Check } from '@/lib/contract/proof'
import { type SentenceInput, toSentence } from '@/lib/proof/sentence'

const check: Check = {
  id: 'trust',
  step: 'trust',
  title: 'Finance & Operations accepts the token',
  verdict: 'failed',
  summary: 'It was refused.',
  evidence: [],
  tookMs: 1,
  diagnosis: {
    rule: 'finops.app-not-registered',
    step: 'trust',
    title: 'Finance & Operations does not know this app yet',
    cause: 'It is not in the list.',
    fix: ['Add it.'],
    who: 'finops-admin',
    links: [],
    confidence: 'likely',
    mayHealByWaiting: false,
  },
  failure: null,
}
const warned: Check = { ...check, id: 'roles', verdict: 'warned' }
const passed: Check = { ...check, verdict: 'passed', diagnosis: null }
const notReached: Check = { ...passed, verdict: 'blocked' }
const base = {
  name: 'Contoso UAT',
  until: 'trust',
  verdict: 'passed',
  checks: [],
  found: {},
  firstBreak: undefined,
} as const satisfies SentenceInput

function broken(own: Partial<NonNullable<Check['diagnosis']>> | null): Partial<SentenceInput> {
  const diagnosis = own && check.diagnosis && { ...check.diagnosis, ...own }
  const firstBreak: Check = { ...check, diagnosis }
  return { verdict: 'failed', checks: [firstBreak], firstBreak }
}

test.each<[string, Partial<SentenceInput>, string]>([
  [
    'works, and as whom',
    { found: { userId: 'ODataIntegration' } },
    'Contoso UAT works: an integration can sign in and read data as user ODataIntegration.',
  ],
  [
    'works, and one thing deserves attention',
    { checks: [warned, passed] },
    'Contoso UAT works: an integration can sign in and read data. One thing deserves attention.',
  ],
  [
    'works, and several things do',
    { checks: [warned, warned] },
    'Contoso UAT works: an integration can sign in and read data. 2 things deserve attention.',
  ],
  [
    'has passed step 1, and claims no more',
    { until: 'register', found: { userId: 'ODataIntegration' } },
    'Contoso UAT: the app registration is in place (step 1 of 5).',
  ],
  [
    'has passed step 2',
    { until: 'secret' },
    'Contoso UAT: the app can sign in with its secret (step 2 of 5).',
  ],
  [
    'has passed step 3',
    { until: 'permissions' },
    'Contoso UAT: the app carries its permissions (step 3 of 5).',
  ],
  [
    'has passed step 3 without any permission',
    { until: 'permissions', checks: [warned] },
    'Contoso UAT: the app can sign in, without permissions (step 3 of 5). One thing deserves attention.',
  ],
  [
    'has passed step 4',
    { until: 'credentials', checks: [warned] },
    'Contoso UAT: all credentials fit together (step 4 of 5). One thing deserves attention.',
  ],
  [
    'fails at a step, with what broke and who can mend it',
    broken({}),
    'Contoso UAT does not work: step 5 of 5, "Let Finance & Operations trust it", fails. Finance & Operations does not know this app yet. An administrator of Finance & Operations can mend it.',
  ],
  [
    'fails at another step than the one where it showed',
    broken({ step: 'secret', title: 'The secret has expired', who: 'entra-admin' }),
    'Contoso UAT does not work: step 2 of 5, "Make a secret", fails. The secret has expired. An administrator of Microsoft Entra ID can mend it.',
  ],
  [
    'is not ready, where only a part was to be proven',
    {
      ...broken({ step: 'secret', title: 'No secret is stored yet', who: 'developer' }),
      until: 'secret',
    },
    'Contoso UAT is not ready: step 2 of 5, "Make a secret", fails. No secret is stored yet. Whoever set up this connection can mend it.',
  ],
  [
    'perhaps fails at a step, where that is a guess',
    broken({ confidence: 'possible', title: 'Finance & Operations refuses the caller' }),
    'Contoso UAT does not work: perhaps step 5 of 5, "Let Finance & Operations trust it", fails. Finance & Operations refuses the caller. An administrator of Finance & Operations can mend it.',
  ],
  [
    'fails by no step',
    broken({ step: null, title: 'Nobody answers.', who: 'network-admin' }),
    'Contoso UAT does not work, and none of the five steps is to blame. Nobody answers. Whoever looks after the network can mend it.',
  ],
  [
    'fails by something that cannot be told',
    broken({ step: null, confidence: 'possible', title: 'An answer that nobody knows' }),
    'Contoso UAT does not work, and no step can be named. An answer that nobody knows. An administrator of Finance & Operations can mend it.',
  ],
  [
    'fails, and is to be waited out',
    broken({ step: null, title: 'Finance & Operations asks for a pause', who: 'nobody' }),
    'Contoso UAT does not work, and none of the five steps is to blame. Finance & Operations asks for a pause. Nobody here has to act; it should pass by itself.',
  ],
  [
    'fails without a diagnosis',
    broken(null),
    'Contoso UAT does not work: step 5 of 5, "Let Finance & Operations trust it", fails. It was refused.',
  ],
  ['fails without a break', { verdict: 'failed' }, 'Contoso UAT does not work.'],
  [
    'was cancelled on its way',
    { verdict: 'cancelled', checks: [passed, notReached] },
    'The proof of Contoso UAT was cancelled after 1 of 2 checks; nothing had failed until then.',
  ],
  [
    'was cancelled at once',
    { verdict: 'cancelled', checks: [notReached, notReached] },
    'The proof of Contoso UAT was cancelled before its first check had ended.',
  ],
])('a connection that %s is told so', (_, own, sentence) => {
  expect(toSentence({ ...base, ...own })).toBe(sentence)
})

test.each(['register', 'secret', 'permissions', 'credentials', 'trust'] as const)(
  'no sentence up to step %s has a doubled full stop or an empty part',
  (until) => {
    for (const verdict of ['passed', 'failed', 'cancelled'] as const) {
      for (const own of [{}, broken({ title: 'It broke.' }), broken(null)]) {
        const sentence = toSentence({ ...base, ...own, until, verdict })
        expect(sentence).toMatch(/^[A-Z][^\n]*[^. ]\.$/)
        expect(sentence).not.toMatch(/\.\.| {2}|undefined|null|: \.|, \./)
      }
    }
  },
)
