import type { Check, ProofVerdict } from '@/lib/contract/proof'
import type { Found } from '@/lib/proof/scope'
import { blamedStep } from '@/lib/proof/step-states'
import { type Role, type StepId, stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

const proven: Readonly<Record<StepId, string>> = {
  register: 'the app registration is in place',
  secret: 'the app can sign in with its secret',
  permissions: 'the permissions of the app have been looked at',
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

function passedSentence({ name, until, checks, found }: SentenceInput): string {
  const as = until === 'trust' && found.userId ? ` as user ${found.userId}` : ''
  const works = until === 'trust' ? `${name} works` : name
  const warnings = checks.filter((check) => check.verdict === 'warned').length
  const attention = warnings === 0 ? '' : ` ${attentionTo(warnings)}`
  return `${works}: ${proven[until]}${as}.${attention}`
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
  if (firstBreak.diagnosis?.step === null) return ', though no step is to blame'
  const step = blamedStep(firstBreak)
  return `: step ${stepNumber(step)} of 5, "${stepTitle(step)}", fails`
}

function cancelledSentence({ name, checks }: SentenceInput): string {
  const done = checks.filter((check) => check.verdict !== 'blocked').length
  return `The check of ${name} was cancelled after ${done} of ${checks.length} links, none of them broken.`
}
