/** A person or service account that exists inside a practice environment. */
export type PracticeUser = Readonly<{
  userId: string
  name: string
  email: string
  enabled: boolean
  /** Default company: the only one read without `cross-company=true`. */
  company: string
  /** Names of security roles; `System administrator` may read and write everything. */
  roles: readonly string[]
}>

/** One row of the form *Microsoft Entra ID applications*, the same that `SysAADClients` exposes. */
export type Registration = Readonly<{
  /** Application (client) id, lower case. */
  clientId: string
  name: string
  userId: string
  /** Unix milliseconds; F&O notices a new row at once, the time is for people. */
  createdAtMs: number
}>

/**
 * What a practice environment can be made to do wrong. Callers that were let in meet 429, 500 at
 * every entity read, an empty list of entity sets, or JSON that is none; all callers meet 503, 502,
 * 504, the 403 page of a firewall, or a sign-in page.
 */
export type FinopsFault =
  | 'throttled'
  | 'read_fails'
  | 'no_sets'
  | 'garbage'
  | 'maintenance'
  | 'bad_gateway'
  | 'gateway_timeout'
  | 'firewall'
  | 'login_page'

/** What one practice environment remembers. Writers resolve when it is on disk. */
export type FinopsState = Readonly<{
  isRegistered(clientId: string): Readonly<{ userId: string }> | undefined
  listRegistrations(): readonly Registration[]
  /** Adds or, where the client id is known, replaces. */
  addRegistration(row: Omit<Registration, 'createdAtMs'>): Promise<void>
  /** False when there was none. */
  removeRegistration(clientId: string): Promise<boolean>
  users(): readonly PracticeUser[]
  fault(host: string): FinopsFault | undefined
}>

/** Why a bearer is refused; `wrong_audience` covers a trailing slash and capitals. */
export type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'bad_signature'
  | 'expired'
  | 'not_yet_valid'
  | 'wrong_issuer'
  | 'wrong_audience'

/** What a token that an environment accepts says of its bearer. */
export type VerifiedToken = Readonly<{
  ok: true
  /** Client id, lower case. */
  appId: string
  tenantId: string
  roles: readonly string[]
  /** Absent where the app has no service principal in the tenant. */
  objectId: string | undefined
  expiresAtUnix: number
}>

/**
 * Checks a bearer (without the word `Bearer`) against the practice tenant's keys; `resource` is
 * the audience to demand, compared byte by byte. The Dynamics ERP application id passes too.
 */
export type VerifyToken = (
  bearer: string | undefined,
  resource: string,
) => Promise<VerifiedToken | Readonly<{ ok: false; reason: TokenRefusal }>>

/** What the F&O half is given; it answers one host. */
export type FinopsOptions = Readonly<{
  /** `contoso-uat.practice.localhost` */
  host: string
  /** Tenant that the environment belongs to, named in its 401 challenge. */
  tenantId: string
  /** `https://login.practice.localhost` */
  authorityOrigin: string
  state: FinopsState
  verifyToken: VerifyToken
  now: () => Date
  /** Rough number of rows of the largest entity. */
  rows: number
}>

/** A host of the practice tenant, as a function of WHATWG requests. */
export type Handler = (request: Request) => Promise<Response>

/** Where the sandbox logs; pino fits, and so does nothing at all. */
export type SandboxLog = Readonly<{
  info(facts: object, message: string): void
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}>
