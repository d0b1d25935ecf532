import { createFinops } from '@/lib/sandbox/finops/finops'
import type {
  FinopsFault,
  FinopsState,
  Handler,
  PracticeUser,
  Registration,
} from '@/lib/sandbox/types'

export const host = 'contoso-uat.practice.localhost'
export const origin = `https://${host}`

const people: readonly PracticeUser[] = [
  person('Admin', ['System administrator']),
  person('ARCLERK', ['System user', 'Accounts receivable clerk']),
  person('NOROLES', []),
  { ...person('GERMAN', ['System administrator']), company: 'demf' },
  { ...person('RETIRED', ['System administrator']), enabled: false },
]

function person(userId: string, roles: readonly string[]): PracticeUser {
  return {
    userId,
    name: userId,
    email: `${userId}@example.test`,
    enabled: true,
    company: 'usmf',
    roles,
  }
}

export type TestEnvironment = Readonly<{
  handle: Handler
  state: FinopsState
  /** Sends a request as the app that is mapped to `user`; `null` sends no bearer. */
  send: (path: string, init?: RequestInit & { user?: string | null }) => Promise<Response>
  /** The JSON of an answer that must be 200. */
  read: (path: string, init?: RequestInit & { user?: string }) => Promise<Record<string, unknown>>
  break: (fault: FinopsFault | undefined) => void
}>

/** An environment whose bearers are the names of users: tokens are tested where they are made. */
export function testEnvironment(rows = 2_000): TestEnvironment {
  const registrations = new Map<string, Registration>(
    people.map(({ userId }) => [
      userId.toLowerCase(),
      { clientId: userId.toLowerCase(), name: userId, userId, createdAtMs: 0 },
    ]),
  )
  let fault: FinopsFault | undefined
  const state: FinopsState = {
    isRegistered: (clientId) => registrations.get(clientId.toLowerCase()),
    listRegistrations: () => [...registrations.values()],
    addRegistration: async (row) => {
      registrations.set(row.clientId, { ...row, createdAtMs: 0 })
    },
    removeRegistration: async (clientId) => registrations.delete(clientId.toLowerCase()),
    users: () => people,
    fault: (name) => (name === host ? fault : undefined),
  }
  const handle = createFinops({
    host,
    tenantId: 'b7d1f0a2-5c3e-4f6a-9b8d-2e4c6a8f0b12',
    authorityOrigin: 'https://login.practice.localhost',
    state,
    now: () => new Date('2026-01-15T10:00:00Z'),
    rows,
    verifyToken: async (bearer, resource) => {
      const [appId = '', audience = resource] = (bearer ?? '').split('@')
      if (appId === '') return { ok: false, reason: 'missing' }
      if (audience !== resource) return { ok: false, reason: 'wrong_audience' }
      const objectId = appId === 'without-principal' ? undefined : 'object'
      return { ok: true, appId, tenantId: 'home', roles: [], objectId, expiresAtUnix: 0 }
    },
  })
  const send: TestEnvironment['send'] = (path, { user = 'Admin', ...init } = {}) => {
    const headers = new Headers(init.headers)
    if (user !== null) headers.set('authorization', `Bearer ${user}`)
    return handle(new Request(origin + path, { ...init, headers }))
  }
  return {
    handle,
    state,
    send,
    break: (next) => {
      fault = next
    },
    read: async (path, init) => {
      const response = await send(path, init)
      const text = await response.text()
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${text}`)
      return JSON.parse(text)
    },
  }
}

/** The rows of an answer. */
export function rowsOf(answer: Record<string, unknown>): Record<string, unknown>[] {
  const { value } = answer
  if (!Array.isArray(value)) throw new Error('the answer has no rows')
  return value
}
