import { type EvidenceLine, evidenceLines } from '@/components/diagnosis/evidence-text'
import { pastedClaims } from '@/components/diagnosis/pasted-claims'
import { pasteFormWords, roleWords, sourceWords } from '@/components/diagnosis/words'
import { type DecodedPaste, decodePaste, diagnosePaste } from '@/lib/diagnosis/decode-paste'
import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { ExplainedClaim } from '@/lib/steps/claims-readings'
import { clouds } from '@/lib/steps/cloud'
import { stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** A pasted text, read and ready to be shown: it holds no token and no secret. */
export type ReadPaste = Readonly<{
  diagnosis: Diagnosis
  /** False where the diagnosis is one possibility among others. */
  sure: boolean
  /** False where the text names no error at all. */
  namesError: boolean
  /** What would make it surer, in words. */
  lacks: readonly string[]
  facts: readonly EvidenceLine[]
  claims: readonly ExplainedClaim[]
  redacted: string
  /** Whether only parts of a very long text were read. */
  isPart: boolean
}>

/** Reads a pasted text; `now` is when that happened. Undefined when there is nothing to read. */
export function readPaste(text: string, now: Date): ReadPaste | undefined {
  const decoded = decodePaste(text, now)
  if (decoded.form === 'empty') return undefined
  const diagnosis = diagnosePaste(decoded)
  return {
    diagnosis,
    sure: decoded.sure && diagnosis.confidence !== 'possible',
    namesError: diagnosis.rule !== 'paste.unclear',
    lacks: lacksOf(decoded),
    facts: factsOf(decoded),
    claims: pastedClaims(decoded),
    redacted: decoded.redacted,
    isPart: decoded.isPart,
  }
}

/** The result as text, for a ticket or a colleague. */
export function toResultText({ diagnosis, sure, facts, claims }: ReadPaste): string {
  const { step, title, cause, fix, who } = diagnosis
  const where = step === null ? 'No step' : `Step ${stepNumber(step)}, ${stepTitle(step)}`
  return [
    `${sure ? '' : 'Not sure: '}${title}`,
    `${where}. ${roleWords[who]}.`,
    cause,
    ...fix.map((sentence, index) => `${index + 1}. ${sentence}`),
    '',
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...claims.map(({ name, value }) => `Claim ${name}: ${value}`),
  ].join('\n')
}

function factsOf(decoded: DecodedPaste): EvidenceLine[] {
  const { form, failure, context, redacted, sure, timeIsTold } = decoded
  const status = failure.status?.toString()
  const own = new Set(['Time (UTC)', 'Request', 'HTTP status', 'Took', 'Body'])
  const said = evidenceLines(failure).filter(
    ({ label, value }) => !own.has(label) && value !== 'paste_unclear',
  )
  const cloudIsKnown = context.environmentUrl !== null || context.authorityOrigin !== null
  const lines: { label: string; value: string | null }[] = [
    { label: 'Looks like', value: pasteFormWords[form] },
    { label: 'Answer of', value: sure ? sourceWords[failure.where] : null },
    ...addressLines(failure, sure),
    // Of a bare page the decoder assumes a status; what was assumed was not recognised.
    {
      label: 'HTTP status',
      value: status && redacted.includes(status) ? status : 'not in the text',
    },
    {
      label: 'Time (UTC)',
      value: timeIsTold ? failure.at : 'not in the text',
    },
    { label: 'Cloud', value: cloudIsKnown ? clouds[context.cloud].name : null },
    { label: 'Environment', value: context.environmentUrl },
    { label: 'Tenant', value: context.tenantId },
    { label: 'Client id', value: context.clientId },
  ]
  return [...lines.flatMap(({ label, value }) => (value ? [{ label, value }] : [])), ...said]
}

function addressLines({ method, url }: DecodedPaste['failure'], sure: boolean): EvidenceLine[] {
  if (url === '') return []
  return [sure ? { label: 'Request', value: `${method} ${url}` } : { label: 'Names', value: url }]
}

function lacksOf({ failure, sure }: DecodedPaste): string[] {
  if (sure) return []
  return [
    ...(failure.url === '' ? ['the address that was called'] : []),
    ...(failure.status === null ? ['the HTTP status'] : []),
    'the body of the answer',
  ]
}
