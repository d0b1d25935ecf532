import type { Diagnosis } from '@/lib/diagnosis/diagnosis'
import type { Failure, TraceIds } from '@/lib/diagnosis/failure'

/** One line of raw evidence, for a table and for a ticket alike. */
export type EvidenceLine = Readonly<{ label: string; value: string }>

const idLabels: Readonly<Record<keyof TraceIds, string>> = {
  correlationId: 'Correlation id',
  traceId: 'Trace id',
  requestId: 'Request id',
  dynAid: 'ms-dyn-aid',
  clientRequestId: 'Client request id',
}

/** What is known of a failure, in the order in which a support engineer asks for it. */
export function evidenceLines(failure: Failure): EvidenceLine[] {
  // An id is told once, under the name that support asks for.
  const ids = new Set<string | null>(Object.values(failure.ids))
  const headers = Object.entries(failure.headers).filter(([, value]) => !ids.has(value))
  const lines: { label: string; value: string | null }[] = [
    { label: 'Time (UTC)', value: failure.at },
    { label: 'Request', value: `${failure.method} ${failure.url}` },
    { label: 'HTTP status', value: failure.status === null ? 'no answer' : String(failure.status) },
    { label: 'Code', value: failure.code },
    ...traceIdNames.map((name) => ({ label: idLabels[name], value: failure.ids[name] })),
    { label: 'Took', value: `${Math.round(failure.tookMs)} ms` },
    ...headers.map(([label, value]) => ({ label, value })),
    { label: 'Message', value: failure.message },
    { label: 'Body', value: failure.bodyExcerpt },
  ]
  return lines.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}

/** The evidence as text for a ticket: what was concluded first, then the facts. */
export function toEvidenceText(diagnosis: Diagnosis, failure: Failure): string {
  return [
    diagnosis.title,
    diagnosis.cause,
    '',
    ...evidenceLines(failure).map(({ label, value }) => `${label}: ${value}`),
  ].join('\n')
}

const traceIdNames = [
  'correlationId',
  'traceId',
  'requestId',
  'dynAid',
  'clientRequestId',
] as const satisfies readonly (keyof TraceIds)[]
