import { clip } from '@/lib/diagnosis/clip'
import type { Evidence } from '@/lib/diagnosis/evidence'
import { infologOf, worstMessages } from '@/lib/diagnosis/infolog'
import { namedEnum, namedMember } from '@/lib/diagnosis/named-enum'
import { nearestNames } from '@/lib/diagnosis/nearest'
import { inspectorIn } from '@/lib/diagnosis/tls-issuers'

type Place = Readonly<{
  /** Undefined where the evidence does not tell. */
  value: (evidence: Evidence) => string | null | undefined
  /** What stands there instead, and in the list of all rules. */
  otherwise: string
}>

const messageMax = 300
const membersMax = 12

const places = {
  clientId: { value: ({ context }) => context.clientId, otherwise: 'the client id' },
  tenantId: { value: ({ context }) => context.tenantId, otherwise: 'the tenant' },
  environmentUrl: {
    value: ({ context }) => context.environmentUrl,
    otherwise: 'the environment’s address',
  },
  environmentTenantId: {
    value: ({ context }) => context.environmentTenantId,
    otherwise: 'the environment’s tenant',
  },
  host: { value: ({ host }) => host, otherwise: 'the host' },
  status: { value: ({ failure }) => failure.status?.toString(), otherwise: 'with an error' },
  code: {
    value: ({ aadsts, failure }) => (aadsts === null ? failure.code : `AADSTS${aadsts}`),
    otherwise: 'an error code',
  },
  audience: { value: ({ context }) => asText(context.claims?.aud), otherwise: 'another address' },
  tokenTenant: { value: ({ context }) => asText(context.claims?.tid), otherwise: 'another tenant' },
  retryAfter: {
    value: ({ failure }) => seconds(failure.headers['retry-after']),
    otherwise: 'some seconds',
  },
  location: {
    value: ({ failure }) => hostOf(failure.headers.location),
    otherwise: 'another address',
  },
  allow: { value: ({ failure }) => failure.headers.allow, otherwise: 'other methods' },
  method: { value: ({ failure }) => failure.method, otherwise: 'this method' },
  entity: { value: entityOf, otherwise: 'the entity' },
  nearestEntity: { value: nearestEntity, otherwise: 'names that are like it' },
  field: {
    value: ({ text }) => /(?:property(?: named)?|field) '([^']{1,120})'/i.exec(text)?.[1],
    otherwise: 'a field',
  },
  nearestField: { value: nearestField, otherwise: 'fields that are like it' },
  enum: { value: ({ text }) => namedEnum(text), otherwise: 'the enum' },
  member: { value: ({ text }) => namedMember(text), otherwise: 'a member' },
  nearestMember: { value: nearestMember, otherwise: 'members that are like it' },
  members: { value: membersOf, otherwise: 'its members' },
  operation: {
    value: ({ text }) => /(?:function|operator)[^'\n]{0,40}'([^']{1,60})'/i.exec(text)?.[1],
    otherwise: 'a function',
  },
  infolog: {
    value: (evidence) => closed(worstOf(evidence)),
    otherwise: 'The messages of X++ say what.',
  },
  message: {
    value: ({ failure }) => closed(failure.message?.split('\n')[0]?.slice(0, messageMax)),
    otherwise: 'The raw evidence has its words.',
  },
  reason: {
    value: ({ finding }) => closed(finding?.facts?.reason),
    otherwise: 'The check itself tells why.',
  },
  hint: {
    value: ({ finding }) => closed(finding?.facts?.hint),
    otherwise: 'Copy the address from the browser in which Finance & Operations is open.',
  },
  answer: {
    value: ({ finding }) => finding?.facts?.answer,
    otherwise: 'an answer of another kind',
  },
  date: { value: ({ finding }) => finding?.facts?.date, otherwise: 'its last day' },
  days: { value: ({ finding }) => finding?.facts?.days, otherwise: 'some days' },
  seconds: {
    value: ({ finding }) => finding?.facts?.seconds,
    otherwise: 'ahead of Microsoft’s, or behind it',
  },
  has: { value: ({ finding }) => finding?.facts?.has, otherwise: 'one thing' },
  needs: { value: ({ finding }) => finding?.facts?.needs, otherwise: 'another' },
  user: { value: ({ finding }) => finding?.facts?.user, otherwise: 'a certain user' },
  place: { value: ({ finding }) => finding?.facts?.place, otherwise: 'the environment’s list' },
  company: { value: ({ finding }) => finding?.facts?.company, otherwise: 'missing or unknown' },
  apps: { value: ({ finding }) => finding?.facts?.apps, otherwise: 'Several apps' },
  inspector: {
    value: ({ finding, text }) => inspectorIn(finding?.facts?.issuer ?? text),
    otherwise: 'a product that inspects traffic',
  },
  issuer: {
    value: ({ finding, text }) =>
      finding?.facts?.issuer ?? /issuer[^A-Za-z0-9]{1,5}([^\n;,"]{2,80})/i.exec(text)?.[1],
    otherwise: 'somebody else',
  },
} as const satisfies Record<string, Place>

type PlaceName = keyof typeof places

const placeNames = Object.keys(places).filter(isPlaceName)

function isPlaceName(name: string): name is PlaceName {
  return Object.hasOwn(places, name)
}

/**
 * Puts what the evidence tells into the places of a text. Undefined when a place that ends in `?`
 * has nothing to hold: the sentence is then left out.
 */
export function fill(text: string, evidence: Evidence): string | undefined {
  const values = new Map<string, string>()
  for (const name of placeNames) {
    const place: Place = places[name]
    const value = text.includes(`{${name}`) ? place.value(evidence) : undefined
    if (value) values.set(name, clip(value, messageMax * 2))
  }
  const optional = [...text.matchAll(/\{(\w+)\?\}/g)].map((match) => match[1] ?? '')
  if (optional.some((name) => isPlaceName(name) && !values.has(name))) return undefined
  const missing = placeNames.filter((name) => !values.has(name))
  // Words first: what others wrote may hold braces too, and stays as it is.
  return wordsInstead(text, missing).replace(
    /\{(\w+)\??\}/g,
    (whole, name: string) => values.get(name) ?? whole,
  )
}

/** The text with words in its places, for the list of all rules. */
export function fillWithWords(text: string): string {
  const ownWords = /\s*[^.!?]*\b(?:says|fields?): \{(?:message|infolog)\}/g
  const withoutOwnWords = text.replace(ownWords, '').trim()
  return wordsInstead(withoutOwnWords || 'The answer’s own words tell why.', placeNames)
}

/** Our own texts with words for what is missing; none of them names its thing twice. */
function wordsInstead(text: string, names: readonly PlaceName[]): string {
  const worded = names.reduce(
    (sentence, name) => (sentence.includes(`{${name}`) ? withWords(sentence, name) : sentence),
    text,
  )
  return worded.replace(/(^|[.!?] )the /g, '$1The ')
}

function withWords(sentence: string, name: PlaceName): string {
  const { otherwise }: Place = places[name]
  const place = `\\{${name}\\??\\}`
  const named = sentence.replace(new RegExp(` called ${place}`, 'g'), ' of that name')
  const noun = /^(?:the|a) ([\w’ ]+)$/.exec(otherwise)?.[1]
  if (noun === undefined) return named.replace(new RegExp(place, 'g'), otherwise)
  const kind = noun.split(' ').at(-1)
  return named
    .replace(new RegExp(`(?<=[=/])${place}|${place}(?=/)`, 'g'), `<${noun}>`)
    .replace(new RegExp(`\\bno ${kind} ${place}`, 'g'), `no such ${kind}`)
    .replace(new RegExp(`\\b(?:the )?app ${place}`, 'gi'), 'the app')
    .replace(new RegExp(`\\b(?:the )?(?:${noun}|${kind}) ${place}`, 'gi'), otherwise)
    .replace(new RegExp(place, 'g'), otherwise)
}

/** Names in braces that no place has; for the test that no text holds one. */
export function unknownPlaces(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\??\}/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !isPlaceName(name))
}

function entityOf({ text, path }: Evidence): string | undefined {
  const segment = /segment '([^']{1,120})'/i.exec(text)?.[1]
  return segment ?? /\/data\/([A-Za-z_]\w{0,119})/i.exec(path)?.[1]
}

function nearestEntity(evidence: Evidence): string | undefined {
  const names = evidence.context.entitySetNames
  const entity = entityOf(evidence)
  return names && entity ? nearestNames(entity, names).join(', ') : undefined
}

function nearestField({ text, context }: Evidence): string | undefined {
  const field = /(?:property(?: named)?|field) '([^']{1,120})'/i.exec(text)?.[1]
  return field && context.fieldNames
    ? nearestNames(field, context.fieldNames).join(', ')
    : undefined
}

function nearestMember({ text, context }: Evidence): string | undefined {
  const member = namedMember(text)
  return member && context.enumMembers
    ? nearestNames(member, context.enumMembers).join(', ')
    : undefined
}

function membersOf({ context: { enumMembers = [] } }: Evidence): string | undefined {
  const told = enumMembers.slice(0, membersMax).join(', ')
  const more = enumMembers.length - membersMax
  return more > 0 ? `${told} and ${more} more` : told
}

function worstOf({ text, failure }: Evidence): string | undefined {
  const messages = worstMessages(infologOf([failure.message, failure.bodyExcerpt]), 2)
  if (messages.length > 0) return messages.join(' · ').slice(0, messageMax * 2)
  return /executing action [^:\n]{1,200}: ([^"\n]{1,400})/i.exec(text)?.[1]
}

/** What others wrote ends our sentence, so it needs its full stop. */
function closed(text: string | undefined): string | undefined {
  const words = text?.trim()
  return words && !/[.!?…]$/.test(words) ? `${words}.` : words
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function seconds(header: string | undefined): string | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header) ? `${header} seconds` : header
}

function hostOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).host : address
}
