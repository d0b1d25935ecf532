import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handle } from '@/app/api/handle'
import { requireFewGuesses } from '@/lib/access/guesses'
import { findInvitation, invite, join } from '@/lib/access/invitations'
import { listMembers, removeMember, updateMember } from '@/lib/access/members'
import { forgetSessions } from '@/lib/access/recent-sessions'
import { listSessions, revokeSessions } from '@/lib/access/sessions'
import { setUp } from '@/lib/access/set-up'
import { renewSetUpLink } from '@/lib/access/set-up-link'
import { signIn, signInWithPassword } from '@/lib/access/sign-in'
import { listTokens, makeToken, revokeToken } from '@/lib/access/tokens'
import { searchAudit } from '@/lib/audit/search-audit'
import type { TokenScope } from '@/lib/contract/rights'
import { closeDatabase, openDatabase, setDatabase } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import type { Context } from '@/lib/log/context'
import { log } from '@/lib/log/log'
import { openVault, setVault } from '@/lib/vault/vault'

const origin = 'http://fivestep.test'
const password = 'a long enough password'
const tokenIn = (path: string) => new URL(path, origin).searchParams.get('token') ?? ''
const account = (name: string) => ({ name, email: `${name}@contoso.example`, password })
let clock = new Date('2026-11-25T08:00:00.000Z')
const ctx: Context = {
  actor: { kind: 'system', job: 'test' },
  now: () => clock,
  signal: new AbortController().signal,
  log: log(),
  requestId: 'r',
}
let db: Database
let adminId: string

beforeAll(async () => {
  db = await openDatabase({ dir: 'memory' })
  setDatabase(db)
  const masterKey = Buffer.alloc(32, 5).toString('base64')
  setVault(await openVault(db, { dataDir: '/nonexistent', masterKey }))
  await setUp(ctx, { token: tokenIn((await renewSetUpLink()) ?? ''), ...account('robin') })
  adminId = (await listMembers(ctx))[0]!.userId
})

afterAll(closeDatabase)

async function cookieOf(name: string): Promise<string> {
  const answer = await signInWithPassword(new Headers({ host: 'fivestep.test' }), account(name))
  const cookies = answer.headers.getSetCookie()
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}

const whoami = handle({ action: 'connection.read' }, async ({ ctx }) => Response.json(ctx.actor))
const call = async (headers: Record<string, string>) =>
  whoami(new Request(`${origin}/api/x`, { headers }), { params: Promise.resolve({}) })

describe('an invitation', () => {
  test('lets one person in once, with the role that it was made for', async () => {
    const { path, invitation } = await invite(ctx, { name: 'Kim', role: 'operator' })
    expect(await findInvitation(tokenIn(path), clock)).toBe('Kim')
    const { rows } = await db.execute('select sha256 from invitations')
    expect(JSON.stringify(rows)).not.toContain(tokenIn(path))

    const racing = await Promise.allSettled([
      join(ctx, { token: tokenIn(path), ...account('kim') }),
      join(ctx, { token: tokenIn(path), ...account('kim2') }),
    ])
    expect(racing.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const members = await listMembers(ctx)
    expect(members).toHaveLength(2)
    expect(members.find(({ userId }) => userId !== adminId)).toMatchObject({ role: 'operator' })
    expect(await findInvitation(tokenIn(path), clock)).toBeUndefined()
    expect(invitation.expiresAt).toBe('2026-12-02T08:00:00.000Z')
  })

  test('stops working on its day, and is used up by nobody whose address is taken', async () => {
    const { path } = await invite(ctx, { name: 'Lee', role: 'viewer', days: 1 })
    const token = tokenIn(path)
    await expect(join(ctx, { token, ...account('robin') })).rejects.toMatchObject({
      code: 'email_taken',
    })
    expect(await findInvitation(token, clock)).toBe('Lee')
    clock = new Date('2026-11-26T08:00:00.000Z')
    await expect(join(ctx, { token, ...account('lee') })).rejects.toMatchObject({
      code: 'invitation_invalid',
    })
  })
})

describe('people', () => {
  test('of whom one has to stay admin', async () => {
    await expect(updateMember(ctx, adminId, { role: 'viewer' })).rejects.toMatchObject({
      code: 'last_admin',
    })
    await expect(removeMember(ctx, adminId)).rejects.toMatchObject({ code: 'last_admin' })
    await expect(removeMember(ctx, 'nobody-there')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('who are removed are out at once, with their tokens', async () => {
    const { path } = await invite(ctx, { name: 'Max', role: 'admin' })
    await join(ctx, { token: tokenIn(path), ...account('max') })
    const max = (await listMembers(ctx)).find(({ name }) => name === 'max')!
    const cookie = await cookieOf('max')
    const { secret } = await makeToken(
      { ...ctx, actor: { kind: 'user', userId: max.userId, name: 'max' } },
      { name: 'x', scope: reading, days: 1 },
    )
    expect((await call({ cookie })).status).toBe(200)
    await removeMember(ctx, max.userId)
    expect((await call({ cookie })).status).toBe(401)
    expect((await call({ authorization: `Bearer ${secret}` })).status).toBe(401)
  })

  test('whose sessions are ended sign in anew', async () => {
    const cookie = await cookieOf('robin')
    expect((await listSessions(ctx, { userId: adminId })).length).toBeGreaterThan(0)
    expect((await call({ cookie })).status).toBe(200)
    await revokeSessions(ctx, { userId: adminId })
    expect((await call({ cookie })).status).toBe(401)
  })

  test('who are admins sign in anew after twelve hours, others do not', async () => {
    const [admin, other] = [await cookieOf('robin'), await cookieOf(await operatorName())]
    await db.execute("update session set created_at = now() - interval '13 hours'")
    forgetSessions()
    expect((await call({ cookie: admin })).status).toBe(401)
    expect((await call({ cookie: other })).status).toBe(200)
  })

  test('whose sign-ins are written down, those that fail too, and get a cookie that no script reads', async () => {
    const guess = (word: string) =>
      signIn(
        ctx,
        new Request(`${origin}/api/auth/sign-in/email`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', host: 'fivestep.test', origin },
          body: JSON.stringify({ email: account('robin').email, password: word }),
        }),
      )
    expect((await guess('not the password')).ok).toBe(false)
    const answer = await guess(password)
    const cookie = answer.headers.getSetCookie().find((one) => one.includes('session_token'))
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
    const { entries } = await searchAudit(ctx, { action: 'access.sign-in' })
    expect(entries.map(({ outcome, who }) => [outcome, who])).toEqual([
      ['done', 'robin'],
      ['refused', 'test'],
    ])
  })

  test('whose account is guessed at are left alone after ten wrong passwords', async () => {
    for (let guess = 0; guess < 10; guess += 1) await requireFewGuesses('x@y.example', clock)
    await expect(requireFewGuesses('x@y.example', clock)).rejects.toMatchObject({
      code: 'too_many_guesses',
    })
    await requireFewGuesses('other@y.example', clock)
    await requireFewGuesses('x@y.example', new Date(clock.getTime() + 16 * 60_000))
  })
})

const reading: TokenScope = { connectionIds: null, entitySets: null, verbs: ['connection.read'] }

describe('a token', () => {
  const make = (days = 1) =>
    makeToken(
      { ...ctx, now: () => new Date(), actor: { kind: 'user', userId: adminId, name: 'robin' } },
      { name: 'nightly', scope: reading, days },
    )

  test('is shown once and kept as a hash, acts by its name, and shows its last use', async () => {
    const { secret, token } = await make()
    const { rows } = await db.execute('select * from api_tokens')
    expect(JSON.stringify(rows)).not.toContain(secret)
    const headers = { authorization: `Bearer ${secret}`, 'x-forwarded-for': '10.9.8.7' }
    const answer = await call(headers)
    expect(await answer.json()).toMatchObject({ kind: 'token', name: 'nightly', userId: adminId })
    const listed = (await listTokens(ctx)).find(({ id }) => id === token.id)
    expect(listed).toMatchObject({ lastUsedFrom: '10.9.8.7', revokedAt: null })
    expect(JSON.stringify(await listTokens(ctx))).not.toContain(secret)
  })

  test.each([
    ['unknown', async () => 'fvs_unknown'],
    ['of somebody else', async () => 'eyJhbGciOiJIUzI1NiJ9.e30.x'],
    [
      'revoked',
      async () => {
        const { secret, token } = await make()
        await revokeToken(ctx, token.id)
        return secret
      },
    ],
    [
      'expired',
      async () => {
        const { secret, token } = await make()
        await db.execute('update api_tokens set expires_at = now() where id = $1', [token.id])
        return secret
      },
    ],
  ])('that is %s opens nothing, not even beside a living session', async (_how, secret) => {
    const cookie = await cookieOf('robin')
    expect((await call({ cookie })).status).toBe(200)
    const answer = await call({ cookie, authorization: `Bearer ${await secret()}` })
    expect(answer.status).toBe(401)
  })

  test.each(['Basic cm9iaW46cHc=', 'Bearer', 'Bearer ', ''])(
    'is nothing but a bearer: %j is refused',
    async (authorization) => {
      expect((await call({ authorization, cookie: await cookieOf('robin') })).status).toBe(401)
    },
  )
})

async function operatorName(): Promise<string> {
  return (await listMembers(ctx)).find(({ role }) => role === 'operator')!.name
}
