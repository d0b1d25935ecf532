import { requireConnection } from '@/lib/connections/require-connection'
import { readTokenState } from '@/lib/connections/token-state'
import type { Connection } from '@/lib/contract/connection'
import type { TokenStatus } from '@/lib/contract/token'
import { diagnose } from '@/lib/diagnosis/diagnose'
import type { Context } from '@/lib/log/context'
import { explainClaims } from '@/lib/steps/claims-guide'
import { authorityOrigin } from '@/lib/steps/cloud'

/**
 * Where the token of a connection stands and what it says, explained. The token itself is not
 * kept anywhere that this could read it from.
 *
 * @throws {ConnectionError} `not_found`
 */
export async function tokenStatus(ctx: Context, connectionId: string): Promise<TokenStatus> {
  const connection = await requireConnection(ctx, connectionId)
  const state = await readTokenState(ctx, connection.id)
  if (!state) return none

  const expiresAt = state.expiresAt
  const msLeft = expiresAt === null ? null : expiresAt.getTime() - ctx.now().getTime()
  return {
    state: stateOf(msLeft),
    mintedAt: state.mintedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    secondsLeft: msLeft === null ? null : Math.max(0, Math.floor(msLeft / 1000)),
    mints: state.mints,
    claims: state.claims ? explainClaims(state.claims, expectedOf(connection, ctx)) : [],
    lastFailure: state.lastFailure
      ? {
          at: state.lastFailure.at,
          diagnosis: diagnose(state.lastFailure, contextOf(connection)),
        }
      : null,
  }
}

const none: TokenStatus = {
  state: 'none',
  mintedAt: null,
  expiresAt: null,
  secondsLeft: null,
  mints: 0,
  claims: [],
  lastFailure: null,
}

function stateOf(msLeft: number | null): TokenStatus['state'] {
  if (msLeft === null) return 'none'
  return msLeft > 0 ? 'fresh' : 'expired'
}

function expectedOf({ environmentUrl, tenantId, clientId }: Connection, ctx: Context) {
  return { resource: environmentUrl, tenantId, clientId, now: ctx.now() }
}

function contextOf(connection: Connection) {
  const { cloud, authorityUrl, tenantId, clientId, environmentUrl } = connection
  return {
    cloud,
    authorityOrigin: authorityOrigin(cloud, authorityUrl) ?? null,
    tenantId,
    clientId,
    environmentUrl,
  }
}
