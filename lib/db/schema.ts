import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { apiTokens, invitations, members } from '@/lib/db/access-schema'
import { account, rateLimit, session, user, verification } from '@/lib/db/auth-schema'
import { labelSets, labels } from '@/lib/db/label-schema'

export {
  account,
  apiTokens,
  invitations,
  labelSets,
  labels,
  members,
  rateLimit,
  session,
  user,
  verification,
}

const at = (name: string) => timestamp(name, { withTimezone: true })

const connectionId = () =>
  text('connection_id')
    .notNull()
    .references(() => connections.id, { onDelete: 'cascade' })

export const connections = pgTable('connections', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  environmentUrl: text('environment_url').notNull(),
  cloud: text('cloud').notNull(),
  authorityUrl: text('authority_url'),
  tenantId: text('tenant_id'),
  clientId: text('client_id'),
  /** Who answers for it: a name, a team or an address. */
  owner: text('owner'),
  /** As a person chose it; null where the host name decides. */
  environmentUse: text('environment_use'),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
})

export const credentials = pgTable(
  'credentials',
  {
    id: text('id').primaryKey(),
    connectionId: connectionId(),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    expiresOn: date('expires_on'),
    sealed: jsonb('sealed').notNull(),
    /** What anybody may see of it: a certificate without its key. */
    publicPart: jsonb('public_part'),
    addedAt: at('added_at').notNull(),
    retiredAt: at('retired_at'),
  },
  (table) => [
    index('credentials_connection_id').on(table.connectionId),
    uniqueIndex('credentials_one_active')
      .on(table.connectionId)
      .where(sql`${table.state} = 'active'`),
  ],
)

export const stepStates = pgTable(
  'step_states',
  {
    connectionId: connectionId(),
    step: text('step').notNull(),
    status: text('status').notNull(),
    summary: text('summary'),
    warnings: integer('warnings').notNull().default(0),
    checkedAt: at('checked_at'),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.step] })],
)

/** What is known of the newest token of a connection; never the token. */
export const tokenStates = pgTable('token_states', {
  connectionId: connectionId().primaryKey(),
  mintedAt: at('minted_at'),
  expiresAt: at('expires_at'),
  claims: jsonb('claims'),
  mints: integer('mints').notNull().default(0),
  lastFailure: jsonb('last_failure'),
})

export const proofs = pgTable(
  'proofs',
  {
    id: text('id').primaryKey(),
    connectionId: connectionId(),
    until: text('until').notNull(),
    verdict: text('verdict').notNull(),
    sentence: text('sentence').notNull(),
    firstBreak: text('first_break'),
    checks: jsonb('checks').notNull(),
    startedAt: at('started_at').notNull(),
    finishedAt: at('finished_at').notNull(),
  },
  (table) => [index('proofs_newest').on(table.connectionId, table.finishedAt)],
)

export const entitySets = pgTable('entity_sets', {
  connectionId: connectionId().primaryKey(),
  entitySets: jsonb('entity_sets').notNull(),
  readAt: at('read_at').notNull(),
})

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
})

/** What one $metadata document said, whoever read it. Without a hash it is still being built. */
export const catalogs = pgTable('catalogs', {
  id: text('id').primaryKey(),
  /** SHA-256 of the document, in hex. */
  hash: text('hash').unique(),
  counts: jsonb('counts').notNull(),
  startedAt: at('started_at').notNull(),
})

export const catalogParts = pgTable(
  'catalog_parts',
  {
    catalogId: text('catalog_id')
      .notNull()
      .references(() => catalogs.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    body: bytes('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.catalogId, table.kind, table.name] })],
)

/** Catalogs that were opened from a file, of environments that cannot be reached. */
export const catalogFiles = pgTable('catalog_files', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  catalogId: text('catalog_id')
    .notNull()
    .references(() => catalogs.id),
  addedAt: at('added_at').notNull(),
})

/** When which catalog was found at a connection's environment: the newest is what it has now. */
export const catalogReadings = pgTable(
  'catalog_readings',
  {
    connectionId: connectionId(),
    catalogId: text('catalog_id')
      .notNull()
      .references(() => catalogs.id, { onDelete: 'cascade' }),
    firstReadAt: at('first_read_at').notNull(),
    lastReadAt: at('last_read_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.catalogId] }),
    index('catalog_readings_newest').on(table.connectionId, table.lastReadAt),
  ],
)

/** Who reads the catalog of a connection now, and how the newest reading ended. */
export const catalogRuns = pgTable('catalog_runs', {
  connectionId: connectionId().primaryKey(),
  /** Of the reading under way; null once it has ended. */
  lease: text('lease'),
  leaseUntil: at('lease_until'),
  byNight: boolean('by_night').notNull(),
  startedAt: at('started_at').notNull(),
  finishedAt: at('finished_at'),
  /** How it ended; null while it is under way. */
  outcome: jsonb('outcome'),
})

/** What an environment says of its entities beside their fields, or why it says nothing. */
export const entityFacts = pgTable('entity_facts', {
  connectionId: connectionId().primaryKey(),
  facts: jsonb('facts').notNull(),
  refusal: text('refusal'),
  /** Of the environment; null where it does not tell. */
  version: text('version'),
  /** That F&O itself speaks there; null where it does not tell. */
  language: text('language'),
  readAt: at('read_at').notNull(),
})

/** Exports and how far they are; their files lie in the data folder. */
export const dataExports = pgTable(
  'exports',
  {
    id: text('id').primaryKey(),
    connectionId: connectionId(),
    /** The data folder that holds its files. */
    home: text('home').notNull(),
    name: text('name').notNull(),
    format: text('format').notNull(),
    request: jsonb('request').notNull(),
    state: text('state').notNull(),
    /** Of the process that runs it. */
    lease: text('lease'),
    leaseUntil: at('lease_until'),
    /** Where it can go on; null before the first. */
    checkpoint: jsonb('checkpoint'),
    rows: bigint('rows', { mode: 'number' }).notNull().default(0),
    rowsTotal: bigint('rows_total', { mode: 'number' }),
    pages: integer('pages').notNull().default(0),
    bytes: bigint('bytes', { mode: 'number' }).notNull().default(0),
    rowsPerSecond: integer('rows_per_second'),
    waiting: jsonb('waiting'),
    notes: jsonb('notes').notNull().default([]),
    failure: jsonb('failure'),
    createdAt: at('created_at').notNull(),
    startedAt: at('started_at'),
    finishedAt: at('finished_at'),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('exports_newest').on(table.connectionId, table.createdAt)],
)

/** One scheduled proof a connection; what its newest runs mean stands beside its settings. */
export const canaries = pgTable(
  'canaries',
  {
    connectionId: connectionId().primaryKey(),
    state: text('state').notNull(),
    everyMinutes: integer('every_minutes').notNull(),
    entitySet: text('entity_set').notNull(),
    company: text('company'),
    filter: text('filter'),
    latencyLimitMs: integer('latency_limit_ms').notNull(),
    /** Stretches of the week in which it does not run. */
    windows: jsonb('windows').notNull().default([]),
    /** Null while it is off or paused. */
    nextDueAt: at('next_due_at'),
    /** Until when it backs off, since the environment asked for time. */
    heldUntil: at('held_until'),
    throttledInARow: integer('throttled_in_a_row').notNull().default(0),
    failedInARow: integer('failed_in_a_row').notNull().default(0),
    failingSince: at('failing_since'),
    lastPassedAt: at('last_passed_at'),
    /** The newest run that has ended, without the time of each check. */
    lastRun: jsonb('last_run'),
    updatedAt: at('updated_at').notNull(),
  },
  (table) => [index('canaries_due').on(table.nextDueAt)],
)

/** One row a due time, whoever claims it; pruned after two days. */
export const canaryRuns = pgTable(
  'canary_runs',
  {
    connectionId: connectionId(),
    dueAt: at('due_at').notNull(),
    /** Asked for by a person, not by the schedule. */
    isAsked: boolean('is_asked').notNull().default(false),
    /** Of the process that runs it; null once it has ended. */
    lease: text('lease'),
    leaseUntil: at('lease_until'),
    attempts: smallint('attempts').notNull().default(1),
    startedAt: at('started_at').notNull(),
    finishedAt: at('finished_at'),
    verdict: text('verdict'),
    breakCheck: text('break_check'),
    breakStep: text('break_step'),
    breakRule: text('break_rule'),
    headline: text('headline'),
    /** Milliseconds by check. */
    took: jsonb('took'),
    latencyMs: integer('latency_ms'),
    rows: integer('rows'),
    calls: smallint('calls'),
    /** Calls that were answered 429. */
    throttled: smallint('throttled'),
    /** Due times before it that passed while nobody could run them. */
    missed: integer('missed').notNull().default(0),
    /** Kept only where the verdict turned. */
    proofId: text('proof_id'),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.dueAt] }),
    uniqueIndex('canary_runs_one_at_a_time')
      .on(table.connectionId)
      .where(sql`${table.lease} is not null`),
  ],
)

/** Runs of an hour or a day (UTC) summed up. */
export const canaryRollups = pgTable(
  'canary_rollups',
  {
    connectionId: connectionId(),
    grain: text('grain').notNull(),
    startsAt: at('starts_at').notNull(),
    passed: smallint('passed').notNull(),
    slow: smallint('slow').notNull(),
    throttledRuns: smallint('throttled_runs').notNull(),
    failed: smallint('failed').notNull(),
    unclear: smallint('unclear').notNull(),
    skipped: smallint('skipped').notNull(),
    calls: integer('calls').notNull(),
    throttled: integer('throttled').notNull(),
    /** A histogram: pairs of bucket and count, see `lib/canaries/latency.ts`. */
    latency: smallint('latency').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.grain, table.startsAt] })],
)

/** What the dashboard draws of a connection over 24 hours, 7 or 30 days, ready to be read. */
export const canaryWindows = pgTable(
  'canary_windows',
  {
    connectionId: connectionId(),
    span: text('span').notNull(),
    asOf: at('as_of').notNull(),
    figures: jsonb('figures').notNull(),
  },
  (table) => [primaryKey({ columns: [table.connectionId, table.span] })],
)

/** A sign of life of each process that runs canaries. */
export const schedulerBeats = pgTable('scheduler_beats', {
  id: text('id').primaryKey(),
  startedAt: at('started_at').notNull(),
  beatAt: at('beat_at').notNull(),
  running: integer('running').notNull(),
})

/** Queries that somebody kept for the team. */
export const savedQueries = pgTable(
  'saved_queries',
  {
    id: text('id').primaryKey(),
    connectionId: connectionId(),
    name: text('name').notNull(),
    note: text('note').notNull(),
    entitySet: text('entity_set').notNull(),
    /** As it is typed, with `{{parameters}}`. */
    options: text('options').notNull(),
    /** Names of people, who may have left since. */
    madeBy: text('made_by').notNull(),
    changedBy: text('changed_by').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
    /** It can be taken back for a while. */
    deletedAt: at('deleted_at'),
  },
  (table) => [index('saved_queries_connection').on(table.connectionId)],
)

/** The queries that a person has run, each once. */
export const queryRuns = pgTable(
  'query_runs',
  {
    connectionId: connectionId(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** SHA-256 of entity set and options, in hex: they are too long for a key. */
    hash: text('hash').notNull(),
    entitySet: text('entity_set').notNull(),
    options: text('options').notNull(),
    times: integer('times').notNull().default(1),
    /** Of the first page; null where the answer was none. */
    rows: integer('rows'),
    tookMs: integer('took_ms').notNull(),
    ranAt: at('ran_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.connectionId, table.userId, table.hash] }),
    index('query_runs_newest').on(table.connectionId, table.userId, table.ranAt),
  ],
)

/** Single facts of the installation: the vault's key check, the set-up link. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
})

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    actor: jsonb('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    requestId: text('request_id').notNull(),
    detail: jsonb('detail').notNull(),
    outcome: text('outcome').notNull().default('done'),
    /** Address that the request came from; null where the server acted by itself. */
    from: text('from'),
    /** Of this entry and the hash before it; null in entries that are older than the chain. */
    hash: text('hash'),
    hashBefore: text('hash_before'),
  },
  (table) => [
    index('audit_entries_subject').on(table.subject),
    index('audit_entries_connection').on(sql`(${table.detail} ->> 'connectionId')`),
    index('audit_entries_at').on(table.at),
  ],
)

/** Connections whose production is open for changes, and until when. */
export const productionOpenings = pgTable('production_openings', {
  connectionId: connectionId().primaryKey(),
  reason: text('reason').notNull(),
  openedAt: at('opened_at').notNull(),
  openUntil: at('open_until').notNull(),
})
