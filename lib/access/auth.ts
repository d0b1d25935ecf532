import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { database } from '@/lib/db/client'
import type { Database } from '@/lib/db/database'
import * as schema from '@/lib/db/schema'
import { env } from '@/lib/env/env'
import { vault } from '@/lib/vault/vault'

const dayInSeconds = 86_400
const slot = Symbol.for('fivestep.auth')
type Kept = Readonly<{ db: Database; auth: ReturnType<typeof createAuth> }>
const globals = globalThis as typeof globalThis & { [slot]?: Kept }

/**
 * The sign-in library, one for each database that is opened: email and password, sessions and the
 * limit on guesses in the database, so that replicas share them. Nobody can sign up by themselves.
 */
export function auth(): ReturnType<typeof createAuth> {
  const db = database()
  if (globals[slot]?.db !== db) globals[slot] = { db, auth: createAuth() }
  return globals[slot].auth
}

function createAuth() {
  const baseURL = env().FIVESTEP_BASE_URL
  return betterAuth({
    appName: 'Fivestep',
    basePath: '/api/auth',
    ...(baseURL ? { baseURL } : {}),
    // Without a fixed address the app is reached under whatever name its host has; the door has
    // compared Origin and Host by then, so the request's own origin is the one to trust.
    trustedOrigins: (request) => [
      request ? (request.headers.get('origin') ?? undefined) : undefined,
    ],
    secret: vault().derive('better-auth').toString('base64'),
    database: drizzleAdapter(database().orm, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 256,
    },
    session: {
      expiresIn: 7 * dayInSeconds,
      updateAge: dayInSeconds,
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      cookiePrefix: 'fivestep',
      useSecureCookies: baseURL?.startsWith('https:') ?? false,
    },
    telemetry: { enabled: false },
    // Its warnings are about settings that are chosen here on purpose; refusals are answered, not logged.
    logger: { level: 'error' },
  })
}
