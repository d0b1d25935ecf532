import type {
  Comparison,
  ConfigurationChange,
  FactChange,
  LinkChange,
} from '@/lib/contract/comparison'
import { factNames, toItems } from '@/lib/proof/compare/fact-names'

/** A value longer than this is told to have changed, without itself. */
const valueCharsMax = 60

/** Facts that follow from what was changed in Fivestep: whoever is told the one need not the other. */
const factsOf: Readonly<Record<string, readonly string[]>> = {
  clientId: ['the client id', 'the service principal of the app', 'App (appid)'],
  tenantId: ['the tenant', 'the issuer of tokens'],
  environmentUrl: ['the host of the environment', 'the IP addresses of the host'],
  authorityUrl: ['the sign-in authority'],
  secret: ['when the stored secret was added', 'the expiry date of the secret'],
}

/**
 * What changed, as clauses of a sentence, the weightiest first: what people did here, then what
 * the runs found, then warnings and times.
 */
export function changeClauses({
  links,
  configuration,
}: Pick<Comparison, 'links' | 'configuration'>): string[] {
  const explained = new Set(configuration.flatMap(({ fields }) => fields.flatMap(toFactNames)))
  const facts = links
    .flatMap((link) => link.facts)
    .filter(({ name }) => !explained.has(name))
    .toSorted((one, other) => weight(one) - weight(other))
  return [
    ...new Set([
      ...configuration.filter(mattersToCalls).map(({ who, what }) => `${who} ${what}`),
      ...facts.map(factClause),
      ...links.flatMap(warningClause),
      ...links.flatMap(tookClause),
    ]),
  ]
}

function toFactNames(field: string): readonly string[] {
  return factsOf[field] ?? []
}

/** Another name for a connection changes nothing of what it does. */
function mattersToCalls({ fields }: ConfigurationChange): boolean {
  return fields.some((field) => field !== 'name')
}

function weight({ name }: FactChange): number {
  const place = factNames.indexOf(name)
  return place === -1 ? factNames.length : place
}

function factClause({ name, before, after }: FactChange): string {
  if (before === null) return `${name} became known (${short(after ?? '')})`
  if (after === null) return `${name} can no longer be told`
  const [was, is] = [toItems(before), toItems(after)]
  if (was.length > 1 || is.length > 1) return listClause(name, was, is)
  const told = [before, after].every((value) => value.length <= valueCharsMax)
  return told ? `${name} changed from ${before} to ${after}` : `${name} changed`
}

function listClause(name: string, was: readonly string[], is: readonly string[]): string {
  const gone = was.filter((item) => !is.includes(item))
  const added = is.filter((item) => !was.includes(item))
  const parts = [
    gone.length > 0 ? `without ${short(gone.join(', '))}` : '',
    added.length > 0 ? `with ${short(added.join(', '))}` : '',
  ]
  return `${name} changed (now ${parts.filter((part) => part !== '').join(' and ')})`
}

function warningClause({ before, after }: LinkChange): string[] {
  if (after?.verdict === 'warned' && before?.verdict === 'passed') {
    return [`there is a new warning (${after.says.replace(/\.$/, '')})`]
  }
  if (before?.verdict === 'warned' && after?.verdict === 'passed') {
    return [`a warning is gone (${before.says.replace(/\.$/, '')})`]
  }
  return []
}

function tookClause({ title, took }: LinkChange): string[] {
  if (!took) return []
  const speed = took.afterMs > took.beforeMs ? 'slower' : 'faster'
  const [before, after] = [took.beforeMs, took.afterMs].map((ms) => `${(ms / 1000).toFixed(1)} s`)
  return [`“${title}” became ${speed} (${after} instead of ${before})`]
}

function short(value: string): string {
  return value.length <= valueCharsMax ? value : `${value.slice(0, valueCharsMax - 1)}…`
}
