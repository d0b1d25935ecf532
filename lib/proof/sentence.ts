import type { Check, ProofVerdict } from '@/lib/contract/proof'
import type { Found } from '@/lib/proof/scope'
import { blamedStep } from '@/lib/proof/step-states'
import { type Role, type StepId, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

const proven: Readonly<Record<StepId, string>> = {
  register: 'the app registration is in place',
  secret: 'the app can sign in with its secret',
  permissions: 'the app carries its permissions',
  credentials: 'all credentials fit together',
  trust: 'an integration can sign in and read data',
}

const whoActs: Readonly<Record<Role, string>> = {
  'entra-admin': 'An administrator of Microsoft Entra ID can mend it.',
  'finops-admin': 'An administrator of Finance & Operations can mend it.',
  developer: 'Whoever set up this connection can mend it.',
  'network-admin': 'Whoever looks after the network can mend it.',
  'policy-owner': 'Whoever owns the security policy can mend it.',
  nobody: 'Nobody here has to act; it should pass by itself.',
}

/** What a verdict is told from. */
export type SentenceInput = Readonly<{
  name: string
  until: StepId
  verdict: ProofVerdict
  checks: readonly Check[]
  firstBreak: Check | undefined
  found: Partial<Found>
}>

/** The verdict of a run, in words that a manager understands. */
export function toSentence(input: SentenceInput): string {
  switch (input.verdict) {
    case 'passed':
      return passedSentence(input)
    case 'failed':
      return failedSentence(input)
    case 'cancelled':
      return cancelledSentence(input)
  }
}

function passedSentence(input: SentenceInput): string {
  const { name, until, checks } = input
  const warnings = checks.filter((check) => check.verdict === 'warned').length
  const attention = warnings === 0 ? '' : ` ${attentionTo(warnings)}`
  if (until !== 'trust') {
    return `${name}: ${provenUntil(input)} (step ${stepNumber(until)} of 5).${attention}`
  }
  const as = input.found.userId ? ` as user ${input.found.userId}` : ''
  return `${name} works: ${proven.trust}${as}.${attention}`
}

function provenUntil({ until, checks }: SentenceInput): string {
  const bare = checks.some((check) => check.id === 'roles' && check.verdict === 'warned')
  return until === 'permissions' && bare
    ? 'the app can sign in, without permissions'
    : proven[until]
}

function attentionTo(warnings: number): string {
  return warnings === 1 ? 'One thing deserves attention.' : `${warnings} things deserve attention.`
}

function failedSentence({ name, until, firstBreak }: SentenceInput): string {
  const what = until === 'trust' ? `${name} does not work` : `${name} is not ready`
  if (!firstBreak) return `${what}.`
  const title = (firstBreak.diagnosis?.title ?? firstBreak.summary).replace(/\.$/, '')
  const who = firstBreak.diagnosis ? ` ${whoActs[firstBreak.diagnosis.who]}` : ''
  return `${what}${whereItBroke(firstBreak)}. ${title}.${who}`
}

function whereItBroke(firstBreak: Check): string {
  const step = blamedStep(firstBreak)
  const guessed = firstBreak.diagnosis?.confidence === 'possible'
  if (step === null) {
    return guessed ? ', and no step can be named' : ', and none of the five steps is to blame'
  }
  const where = `step ${stepNumber(step)} of 5, "${stepTitle(step)}",`
  return guessed ? `: perhaps ${where} fails` : `: ${where} fails`
}

function cancelledSentence({ name, checks }: SentenceInput): string {
  const done = checks.filter((check) => check.verdict !== 'blocked').length
  if (done === 0) return `The proof of ${name} was cancelled before its first check had ended.`
  return `The proof of ${name} was cancelled after ${done} of ${checks.length} checks; nothing had failed until then.`
}
