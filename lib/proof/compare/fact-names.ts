import type { Check } from '@/lib/contract/proof'

/**
 * What the facts of the checks are called in a sentence, the weightiest first: when several have
 * changed, these are told before those. Keys are `<check id>:<label>`.
 */
const names = {
  'mapped-user:User ID': 'the mapped user',
  'mapped-user:Enabled': 'whether the mapped user is enabled',
  'user-roles:Roles': 'the roles of the mapped user',
  'mapped-user:Default company': 'the default company',
  'company:Default company': 'the default company',
  'app:Client id': 'the client id',
  'tenant:Tenant id': 'the tenant',
  'finops:Tenant named': 'the tenant that the environment names',
  'address:Host': 'the host of the environment',
  'credential:Added at': 'the stored secret',
  'credential:Expires on': 'the expiry date of the secret',
  'roles:Roles': 'the permissions of the app',
  'service-principal:Object id (oid)': 'the service principal of the app',
  'tls:Issued by': 'the issuer of the certificate',
  'tls:Certificate': 'the name on the certificate',
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
  'clock:Their clock',
  'token:Minted at',
  'token:Expires at',
  'tcp:Address',
  'entity-read:Rows',
  'cross-company:Rows',
  'cross-company:Companies seen',
  'headroom:Calls held back (429)',
])

/** Labels name their unit in brackets; what is measured never measures the same twice. */
const measured = /\((ms|s)\)$/

/** Whether a changed `label` of a check says nothing. */
export function isNoise(checkId: string, label: string): boolean {
  return measured.test(label) || noise.has(`${checkId}:${label}`)
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
