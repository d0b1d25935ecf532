import type { SupportBundle } from '@/lib/proof/support-bundle/bundle'
import { stepNumber } from '@/lib/steps/step'
import { stepTitle } from '@/lib/steps/step-title'

/** A bundle as Markdown, to be read first and to be pasted into a ticket. */
export function toSummary(bundle: SupportBundle): string {
  const { verdict, madeAt, madeBy } = bundle
  const parts = [
    `# ${oneLine(verdict.sentence)}`,
    facts([
      ['Checked', `${verdict.startedAt} to ${verdict.finishedAt}`],
      ['Environment', bundle.connection.environmentUrl],
      ...versionFacts(bundle),
      ['Tenant', bundle.connection.tenantId],
      ['Client id', bundle.connection.clientId],
      ['Cloud', bundle.connection.cloud],
      ['Sign-in authority', bundle.connection.authorityUrl],
      ['Credential', credentialWords(bundle)],
    ]),
    section('What broke', broke(bundle)),
    section('Calls that failed, by their ids', calls(bundle)),
    section(
      'Warnings',
      bundle.warnings.map(({ title, cause }) => `- ${oneLine(title)}: ${oneLine(cause)}`),
    ),
    section(
      'Ruled out: tried, and in order',
      bundle.ruledOut.map(({ title, summary }) => `- ${oneLine(title)}: ${oneLine(summary)}`),
    ),
    section(
      'Not told',
      bundle.untold.map(({ title, why }) => `- ${oneLine(title)}: ${oneLine(why)}`),
    ),
    section('Claims of the newest token', claims(bundle)),
    `Made ${madeAt} by Fivestep ${madeBy.fivestep} (Node ${madeBy.node}, ${madeBy.platform}). All times are UTC. Tokens and secrets are left out.`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

type Fact = readonly [label: string, value: string | null]

function facts(lines: readonly Fact[]): string {
  return lines
    .filter(([, value]) => value !== null)
    .map(([label, value]) => `- ${label}: ${oneLine(value ?? '')}`)
    .join('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`## ${title}`, '', ...lines].join('\n')
}

function versionFacts({ environmentVersion }: SupportBundle): Fact[] {
  if (!environmentVersion) return [['Version', 'not told by the environment so far']]
  const { at, facts: told } = environmentVersion
  const words = Object.entries(told).map(([label, value]) => `${label} ${value}`)
  return [['Version', `${words.join(', ')} (told ${at})`]]
}

function credentialWords({ connection: { credential } }: SupportBundle): string {
  if (!credential) return 'none stored'
  const end =
    credential.expiresOn === null ? 'no expiry date noted' : `ends ${credential.expiresOn}`
  return `${credential.kind}, added ${credential.addedAt}, ${end}`
}

function broke({ broke: found }: SupportBundle): string[] {
  if (!found) return []
  const { diagnosis, step, title } = found
  if (!diagnosis) return [`The check "${oneLine(title)}" failed.`]
  const where =
    diagnosis.step === null
      ? 'no step of the set-up is to blame'
      : `step ${stepNumber(step)} of 5, ${stepTitle(step)}`
  return [
    `**${oneLine(diagnosis.title)}** (${where}; rule \`${diagnosis.rule}\`, ${diagnosis.confidence})`,
    '',
    oneLine(diagnosis.cause),
    '',
    ...diagnosis.fix.map((sentence, index) => `${index + 1}. ${oneLine(sentence)}`),
  ]
}

function calls(bundle: SupportBundle): string[] {
  return bundle.calls.flatMap(({ at, method, url, status, ...ids }) => [
    `- ${at} ${method} ${oneLine(url)}, ${status === null ? 'no answer' : `HTTP ${status}`}`,
    ...idLines.flatMap(([name, label]) =>
      ids[name] ? [`  - ${label}: ${oneLine(ids[name])}`] : [],
    ),
  ])
}

const idLines = [
  ['correlationId', 'Correlation id'],
  ['traceId', 'Trace id'],
  ['requestId', 'Request id'],
  ['dynAid', 'ms-dyn-aid'],
  ['clientRequestId', 'Client request id'],
] as const

function claims({ token }: SupportBundle): string[] {
  if (!token) return []
  const lines = Object.entries(token.claims).map(
    ([name, value]) => `- ${oneLine(name)}: ${oneLine(value)}`,
  )
  return token.mintedAt === null ? lines : [`Minted ${token.mintedAt}.`, '', ...lines]
}

/** A line break or a control sign inside a value must not draw a line of its own. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim()
}
