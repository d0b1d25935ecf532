import { dynamicsErpAppId } from '@/lib/steps/guide-permissions'

/** One claim, explained; the same shape as `Claim` of the contract. */
export type ExplainedClaim = Readonly<{
  name: string
  value: string
  meaning: string
  verdict: 'good' | 'warning' | 'bad' | 'info'
}>

/** What the token should say. */
export type ExpectedClaims = Readonly<{
  /** The environment's origin: the audience that F&O demands, letter by letter. */
  resource: string
  tenantId: string | null
  clientId: string | null
  now: Date
}>

type Finding = Pick<ExplainedClaim, 'meaning' | 'verdict'>

/** How one claim is read. */
export type ClaimReading = Readonly<{
  name: string
  isTime?: boolean
  read: (value: unknown, expected: ExpectedClaims) => Finding
  /** What its absence means; undefined, or no answer, where it may well be absent. */
  whenMissing?: (claims: Readonly<Record<string, unknown>>) => Finding | undefined
}>

const good = (meaning: string): Finding => ({ meaning, verdict: 'good' })
const warning = (meaning: string): Finding => ({ meaning, verdict: 'warning' })
const bad = (meaning: string): Finding => ({ meaning, verdict: 'bad' })
const info = (meaning: string): Finding => ({ meaning, verdict: 'info' })

const skewSeconds = 60

/** Every claim that an app-only token of Entra is known to hold, in the order of their weight. */
export const readings: readonly ClaimReading[] = [
  {
    name: 'aud',
    read: readAudience,
    whenMissing: () => bad('Audience: whom the token is for. Without it nobody accepts the token.'),
  },
  {
    name: 'tid',
    read: readTenant,
    whenMissing: () => bad('Tenant that gave the token. F&O accepts only its own tenant.'),
  },
  {
    name: 'appid',
    read: readClient,
    whenMissing: (claims) =>
      Object.hasOwn(claims, 'azp')
        ? undefined
        : bad('The app’s client id is missing: this is not a token of an app.'),
  },
  { name: 'azp', read: readClient },
  {
    name: 'oid',
    read: () => good('Object id of the app’s service principal: the app is present in the tenant.'),
    whenMissing: () =>
      bad(
        'The app has no service principal in this tenant. Granting admin consent in step 3 makes one.',
      ),
  },
  {
    name: 'roles',
    read: readRoles,
    whenMissing: () =>
      warning(
        'No application permission was granted (step 3). F&O itself decides by its own list whether that matters.',
      ),
  },
  {
    name: 'scp',
    read: () =>
      warning(
        'Delegated permissions: this token was made for a person who signed in, not for an app.',
      ),
  },
  { name: 'exp', isTime: true, read: readExpiry, whenMissing: () => bad('The token has no end.') },
  { name: 'nbf', isTime: true, read: readNotBefore },
  { name: 'iat', isTime: true, read: () => info('When the token was made.') },
  { name: 'iss', read: readIssuer },
  {
    name: 'ver',
    read: (value) =>
      info(
        value === '1.0'
          ? 'Token format 1.0, the usual one for Dynamics ERP.'
          : 'Token format; chosen by the environment’s side.',
      ),
  },
  { name: 'appidacr', read: readProof },
  { name: 'azpacr', read: readProof },
  { name: 'sub', read: () => info('Subject; for an app the same as its object id.') },
  { name: 'idp', read: () => info('Who vouched for the app: the tenant itself.') },
  {
    name: 'idtyp',
    read: (value) =>
      value === 'app' ? good('The token is one of an app.') : info('Kind of identity.'),
  },
  {
    name: 'uti',
    read: () => info('Name of this very token in Entra’s sign-in log; support may ask for it.'),
  },
  { name: 'rh', read: () => info('Internal to Entra.') },
  { name: 'aio', read: () => info('Internal to Entra.') },
  {
    name: 'wids',
    read: () => info('Directory roles of the app in Entra; F&O does not look at them.'),
  },
  { name: 'xms_tcdt', isTime: true, read: () => info('When the tenant was made.') },
]

/** Text of any claim; a foreign token may hold an object whose own `toString` is no function. */
function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function readAudience(value: unknown, { resource }: ExpectedClaims): Finding {
  if (value === resource)
    return good('Audience: this environment, letter by letter as F&O demands.')
  if (value === dynamicsErpAppId)
    return good('Audience: Dynamics ERP by its id, which F&O accepts too.')
  const text = asText(value)
  if (text === `${resource}/`)
    return bad('Audience with a slash at the end: F&O refuses it. Ask without the slash.')
  if (text.toLowerCase() === resource)
    return bad('Audience with capital letters: F&O compares letter by letter.')
  if (text.startsWith(`${resource}/`))
    return bad('Audience with a path: only the address of the environment belongs here.')
  return bad(`Audience of something else. For this environment it has to be ${resource}.`)
}

function readTenant(value: unknown, { tenantId }: ExpectedClaims): Finding {
  if (tenantId === null || !tenantId.includes('-') || tenantId.includes('.')) {
    return info('Tenant that gave the token; it has to be the one of the environment.')
  }
  return asText(value).toLowerCase() === tenantId.toLowerCase()
    ? good('Tenant that gave the token: the one of this connection.')
    : bad(`The token comes from another tenant than ${tenantId}. F&O accepts only its own.`)
}

function readClient(value: unknown, { clientId }: ExpectedClaims): Finding {
  if (clientId === null) return info('Client id of the app.')
  return asText(value).toLowerCase() === clientId.toLowerCase()
    ? good('Client id of the app: the very one to be registered in F&O in step 5.')
    : bad(`The token belongs to another app than ${clientId}.`)
}

function readRoles(value: unknown): Finding {
  const roles = Array.isArray(value) ? value.map(asText) : [asText(value)]
  if (roles.length === 0) return warning('The list of application permissions is empty (step 3).')
  return good(
    'Application permissions with admin consent. What may be read is still up to the user in F&O.',
  )
}

function readExpiry(value: unknown, { now }: ExpectedClaims): Finding {
  const leftSeconds = Number(value) - now.getTime() / 1000
  if (!Number.isFinite(leftSeconds)) return bad('The end of the token can’t be read.')
  if (leftSeconds <= 0) return bad('The token has ended. A new one is fetched by itself.')
  return good(`The token is good for another ${Math.ceil(leftSeconds / 60)} minutes.`)
}

function readNotBefore(value: unknown, { now }: ExpectedClaims): Finding {
  const aheadSeconds = Number(value) - now.getTime() / 1000
  return aheadSeconds > skewSeconds
    ? warning('The token is not good yet by this machine’s clock: the clock is probably slow.')
    : info('From when on the token is good; Entra sets it five minutes back.')
}

function readIssuer(value: unknown, { tenantId }: ExpectedClaims): Finding {
  const text = asText(value).toLowerCase()
  const named = tenantId !== null && text.includes(tenantId.toLowerCase())
  return named ? good('Who made the token: your tenant in Entra.') : info('Who made the token.')
}

function readProof(value: unknown): Finding {
  switch (asText(value)) {
    case '1':
      return info('The app proved itself with a secret.')
    case '2':
      return info('The app proved itself with a certificate or a federated identity.')
    default:
      return warning('The app did not prove itself: this is a public client.')
  }
}
