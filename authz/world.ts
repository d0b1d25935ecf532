import { invite, join } from '@/lib/access/invitations'
import { setUp } from '@/lib/access/set-up'
import { renewSetUpLink } from '@/lib/access/set-up-link'
import { signInWithPassword } from '@/lib/access/sign-in'
import { makeToken } from '@/lib/access/tokens'
import type { Grant, Role } from '@/lib/contract/rights'
import { openDatabase, setDatabase } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import { members } from '@/lib/db/schema'
import type { Context } from '@/lib/log/context'
import { log } from '@/lib/log/log'
import { practiceEnvironmentUrl } from '@/lib/steps/cloud'
import { openVault, setVault } from '@/lib/vault/vault'
import type { Place, Subject } from './table'

/** What each subject sends along. */
export type World = Readonly<{
  headersOf: (subject: Subject) => Readonly<Record<string, string>>
  connectionIds: Readonly<Record<Exclude<Place, 'installation'>, string>>
  /** Puts back what a try that was let in may have deleted. */
  restore: () => Promise<void>
}>

const password = 'a long enough password'
const connectionIds = {
  sandbox: 'con_00000000000000000001',
  production: 'con_00000000000000000002',
  opened: 'con_00000000000000000003',
} as const

const people: Readonly<Record<Exclude<Subject, 'nobody' | 'token'>, readonly [Role, Grant[]]>> = {
  admin: ['admin', []],
  operator: ['operator', []],
  viewer: ['viewer', []],
  granted: ['viewer', [grant('sandbox', 'viewer', true)]],
  trusted: ['viewer', [grant('production', 'operator', false)]],
  'shut-out': ['operator', [grant('sandbox', 'none', false), grant('production', 'none', false)]],
}

/**
 * A database in memory with one person of each kind, one token and three connections. They lead to
 * the practice tenant, which does not run: what is let in fails before it calls anybody.
 */
export async function makeWorld(): Promise<World> {
  log().level = 'silent'
  const database = await openDatabase({ dir: 'memory' })
  setDatabase(database)
  const masterKey = Buffer.alloc(32, 5).toString('base64')
  setVault(await openVault(database, { dataDir: '/nonexistent', masterKey }))

  const sent = new Map<Subject, Record<string, string>>([['nobody', {}]])
  const link = new URL((await renewSetUpLink()) ?? '', 'http://x').searchParams.get('token') ?? ''
  await setUp(context(), { token: link, ...account('admin') })
  for (const [subject, [role, grants]] of Object.entries(people)) {
    if (subject !== 'admin') {
      const { path } = await invite(context(), { name: subject, role, grants })
      const token = new URL(path, 'http://x').searchParams.get('token') ?? ''
      await join(context(), { token, ...account(subject) })
    }
    sent.set(subject as Subject, { cookie: await cookieOf(subject) })
  }
  sent.set('token', { authorization: `Bearer ${await tokenOf(database)}` })
  await restore(database)
  return {
    headersOf: (subject) => sent.get(subject) ?? {},
    connectionIds,
    restore: () => restore(database),
  }
}

function grant(
  environmentUse: 'sandbox' | 'production',
  role: Grant['role'],
  businessData: boolean,
): Grant {
  return { scope: { environmentUse }, role, businessData }
}

function account(name: string) {
  return { name, email: `${name}@contoso.example`, password }
}

async function cookieOf(name: string): Promise<string> {
  const answer = await signInWithPassword(new Headers({ host: 'fivestep.test' }), account(name))
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function tokenOf(database: Database): Promise<string> {
  const { rows } = await database.execute(`select id from "user" where name = 'operator'`)
  const actor = { kind: 'user', userId: String(rows[0]?.id), name: 'operator' } as const
  const scope = {
    connectionIds: [connectionIds.sandbox],
    entitySets: null,
    verbs: ['connection.read', 'data.read'] as ('connection.read' | 'data.read')[],
  }
  const made = await makeToken({ ...context(), actor }, { name: 'reader', scope, days: 1 })
  return made.secret
}

async function restore(database: Database): Promise<void> {
  for (const [place, id] of Object.entries(connectionIds)) {
    const use = place === 'sandbox' ? 'sandbox' : 'production'
    await database.execute(
      `insert into connections (id, name, environment_url, cloud, environment_use, created_at, updated_at)
       values ($1, $2, $3, 'practice', $4, now(), now()) on conflict (id) do nothing`,
      [id, place, practiceEnvironmentUrl, use],
    )
  }
  await database.execute(
    `insert into production_openings (connection_id, reason, opened_at, open_until)
     values ($1, 'to try', now(), now() + interval '1 hour') on conflict do nothing`,
    [connectionIds.opened],
  )
  // Somebody who ended their own sessions would be nobody from then on.
  if ((await database.orm.select().from(members)).length !== Object.keys(people).length) {
    throw new Error('a try has removed a person')
  }
}

function context(): Context {
  return {
    actor: { kind: 'system', job: 'authz' },
    now: () => new Date(),
    signal: new AbortController().signal,
    log: log(),
    requestId: 'authz',
  }
}
