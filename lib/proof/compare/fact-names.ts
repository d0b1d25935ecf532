import type { Check } from '@/lib/contract/proof'

/**
 * What the facts of the checks are called in a sentence, the weightiest first: when several have
 * changed, these are told before those. Keys are `<check id>:<label>`.
 */
const names = {
  'mapped-user:User ID': 'the mapped user',
  'mapped-user:Enabled': 'whether the mapped user is enabled',
  'mapped-user:Signs in as': 'the account that the mapped user signs in as',
  'mapped-user:Person': 'the person behind the mapped user',
  'mapped-user:Apps that act as it': 'the apps that act as the mapped user',
  'user-roles:Roles': 'the roles of the mapped user',
  'mapped-user:Default company': 'the default company',
  'company:Default company': 'the default company',
  'app:Client id': 'the client id',
  'tenant:Tenant id': 'the tenant',
  'finops:Tenant named': 'the tenant that the environment names',
  'address:Host': 'the host of the environment',
  'credential:Added at': 'when the stored secret was added',
  'credential:Expires on': 'the expiry date of the secret',
  'roles:Roles': 'the permissions of the app',
  'service-principal:Object id (oid)': 'the service principal of the app',
  'tls:Issued by': 'the issuer of the certificate',
  'tls:Certificate': 'the name on the certificate',
  'tls:Trusted by': 'who vouches for the certificate',
  'tls:Valid until': 'the end of the certificate',
  'dns:Addresses': 'the IP addresses of the host',
  'version:Application': 'the application version',
  'version:Application build': 'the application build',
  'version:Platform build': 'the platform build',
  'company:Companies': 'the companies',
  'service-document:Entity sets': 'the number of entity sets',
  'tenant:Issuer': 'the issuer of tokens',
  'tenant:Authority': 'the sign-in authority',
  'finops:Authority': 'the sign-in authority that the environment names',
  'entity-read:Entity set': 'the entity set that is read',
  'entity-read:Refused': 'the entity sets that are refused',
  'entity-read:Company': 'the company of the first row',
} as const satisfies Readonly<Record<string, string>>

/** The weightiest names first; a name that is not listed weighs least. */
export const factNames: readonly string[] = [...new Set<string>(Object.values(names))]

/** Changes from run to run without meaning anything: moments, counts of data, a pick among equals. */
const noise: ReadonlySet<string> = new Set([
  'tls:Days left',
  'credential:Days left',
  'tcp:Address',
  'entity-read:Rows',
  'cross-company:Rows',
  'cross-company:Companies seen',
  'headroom:Calls held back (429)',
])

/** Labels name their unit in brackets; what is measured never measures the same twice. */
const measured = /\((ms|s)\)$/

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/

/** A fact of a check that may have changed. */
export type MaybeChanged = Readonly<{
  checkId: string
  label: string
  before: string | null
  after: string | null
}>

/** Whether the change says nothing: a moment that has no name of its own is just that of the run. */
export function isNoise({ checkId, label, before, after }: MaybeChanged): boolean {
  const key = `${checkId}:${label}`
  if (measured.test(label) || noise.has(key)) return true
  return !Object.hasOwn(names, key) && [before, after].some((value) => moment.test(value ?? ''))
}

/** What `label` of `check` is called in a sentence. */
export function factName(check: Pick<Check, 'id' | 'title'>, label: string): string {
  const known: Readonly<Record<string, string>> = names
  return known[`${check.id}:${label}`] ?? `${label} of “${check.title}”`
}

/** Whether two values say the same; the order of a list says nothing. */
export function sameFact(before: string | null, after: string | null): boolean {
  if (before === null || after === null) return before === after
  return toItems(before).toSorted().join() === toItems(after).toSorted().join()
}

/** A list as its items; any other value is a list of one. */
export function toItems(value: string): string[] {
  return value.split(', ')
}
