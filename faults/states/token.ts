import { join } from 'node:path'
import { SignJWT } from 'jose'
import { type FaultState, failed } from '@/faults/state'
import { atEntra, json, rewriting, sendCanned } from '@/faults/world/answers'
import type { Bench } from '@/faults/world/bench'
import { mintToken } from '@/lib/sandbox/entra/mint-token'
import { dynamicsErp } from '@/lib/sandbox/entra/resources'
import { loadSigningKey } from '@/lib/sandbox/entra/signing-key'
import { homeTenant, otherTenant } from '@/lib/sandbox/entra/tenants'

const resource = 'https://contoso-uat.practice.localhost'
const hourMs = 3_600_000

/** Tokens that Entra gives, and that are not the one that was meant. */
export const tokenStates: readonly FaultState[] = [
  {
    id: 'token-audience-slash',
    broken: 'The token’s audience ends with a slash',
    breakIt: (bench) => asking(bench, `${resource}//.default`),
    truth: failed('audience', 'credentials', 'proof.claim-aud'),
  },
  {
    id: 'token-audience-capitals',
    broken: 'The token’s audience is written in capitals',
    breakIt: (bench) => asking(bench, `${resource.replace('contoso', 'CONTOSO')}/.default`),
    truth: failed('audience', 'credentials', 'proof.claim-aud'),
  },
  {
    id: 'token-audience-other',
    broken: 'The token is made out to another environment',
    breakIt: (bench) => asking(bench, 'https://contoso-prod.practice.localhost/.default'),
    truth: failed('audience', 'credentials', 'proof.claim-aud'),
  },
  {
    id: 'token-other-app',
    broken: 'The token was given to another app',
    breakIt: async (bench) => {
      const other = await bench.anotherApp('Other')
      bench.intercept(
        rewriting((form) => {
          if (form.get('client_secret') !== bench.app.secret) return
          form.set('client_id', other.app.clientId)
          form.set('client_secret', other.secret)
        }),
      )
      return {}
    },
    truth: failed('token-app', 'credentials', 'proof.claim-appid'),
  },
  {
    id: 'token-other-tenant',
    broken: 'The token comes from another tenant',
    breakIt: (bench) => answering(bench, () => strangeToken(bench)),
    truth: failed('token-tenant', 'credentials', 'proof.claim-tid'),
  },
  {
    id: 'token-expired',
    broken: 'The clock of the sign-in service is two hours behind: its tokens have ended at birth',
    breakIt: (bench) => answering(bench, () => tokenOf(bench, -2 * hourMs)),
    truth: failed('trust', null, 'finops.token-expired'),
  },
  {
    id: 'token-not-yet',
    broken: 'The clock of the sign-in service is two hours ahead: its tokens are not good yet',
    breakIt: (bench) => answering(bench, () => tokenOf(bench, 2 * hourMs)),
    truth: failed('trust', null, 'finops.token-not-yet-valid'),
  },
  {
    id: 'token-opaque',
    broken: 'The token is none that can be read',
    breakIt: (bench) => answering(bench, async () => 'opaque-reference-token'),
    truth: failed('audience', 'credentials', 'proof.claim-aud'),
  },
  {
    id: 'token-missing',
    broken: 'The sign-in service answers 200, and there is no token in it',
    breakIt: (bench) => answering(bench, async () => undefined),
    truth: failed('token', null, 'network.answer-malformed'),
  },
]

function asking({ intercept }: Bench, scope: string): object {
  intercept(rewriting((form) => form.set('scope', scope)))
  return {}
}

/** Answers with a token of our own where the app's own secret is presented. */
function answering({ intercept, app }: Bench, make: () => Promise<string | undefined>): object {
  intercept(
    atEntra(async (call) => {
      const isOwn = new URLSearchParams(call.body).get('client_secret') === app.secret
      if (!isOwn) return await call.forward()
      const body = { token_type: 'Bearer', expires_in: 3599, access_token: await make() }
      sendCanned(call.response, { status: 200, type: json, body: JSON.stringify(body) })
    }),
  )
  return {}
}

/** The token that the practice tenant would give at another time. */
async function tokenOf({ world, app }: Bench, offsetMs: number): Promise<string> {
  const { jwt } = await mintToken({
    app: app.app,
    tenant: homeTenant,
    resource: dynamicsErp,
    audience: resource,
    proof: 'secret',
    delays: { app: 0, secret: 0, consent: 0, trust: 0 },
    now: new Date(Date.now() + offsetMs),
    key: await loadSigningKey(join(world.dir, 'practice')),
  })
  return jwt
}

async function strangeToken({ app }: Bench): Promise<string> {
  return await new SignJWT({
    appid: app.app.clientId,
    tid: otherTenant.tenantId,
    oid: app.app.servicePrincipalId,
    ver: '1.0',
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(resource)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('nobody in the practice tenant knows this key'))
}
