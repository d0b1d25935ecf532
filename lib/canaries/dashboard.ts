import { eq } from 'drizzle-orm'
import { isOverdue, judge } from '@/lib/canaries/concern'
import { schedulerStanding } from '@/lib/canaries/list-canary-states'
import { toCanary } from '@/lib/canaries/stored'
import { listConnections } from '@/lib/connections/list-connections'
import type { CanaryFigures, CanarySpan } from '@/lib/contract/canary'
import type { Connection } from '@/lib/contract/connection'
import type { Dashboard, DashboardRow } from '@/lib/contract/dashboard'
import { readJsonRows } from '@/lib/db/json-rows'
import { canaries, canaryWindows, tokenStates } from '@/lib/db/schema'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { Failure } from '@/lib/diagnosis/failure'
import type { Context } from '@/lib/log/context'
import { authorityOrigin } from '@/lib/steps/cloud'

/**
 * All connections at a glance, worst first, from the store alone: nobody is asked, and what it costs
 * does not grow with the history.
 */
export async function worstFirst(ctx: Context, span: CanarySpan): Promise<Dashboard> {
  const connections = await listConnections(ctx)
  const { tokens, canaryRows, windows } = await readKept(span)
  const now = ctx.now()
  const rows = connections.map((connection) => {
    const { id } = connection
    const canary = canaryRows.get(id)
    const window = windows.get(id)
    const known = {
      connection,
      canary: canary ? toCanary(canary, false) : null,
      token: toToken(connection, tokens.get(id)),
      figures: window
        ? // Written by refreshFigures alone, whose type this is.
          { asOf: window.asOf.toISOString(), figures: window.figures as CanaryFigures }
        : null,
    }
    const { weight, ...judged } = judge(known, now)
    return { weight, row: { ...known, ...judged } }
  })
  const overdue = rows.filter(({ row }) => row.canary && isOverdue(row.canary, now)).length
  const { beatAt, processes, isSilent } = await schedulerStanding(ctx)
  return {
    at: now.toISOString(),
    span,
    scheduler: { beatAt: beatAt?.toISOString() ?? null, processes, isSilent, overdue },
    // Equally bad ones keep the order of their names.
    rows: rows.toSorted((a, b) => b.weight - a.weight).map(({ row }) => row),
  }
}

async function readKept(span: CanarySpan) {
  const { tokens, canaryRows, windows } = await readJsonRows({
    tokens: { table: tokenStates, without: ['claims', 'expiresAt', 'mints'] },
    canaryRows: { table: canaries },
    windows: { table: canaryWindows, where: eq(canaryWindows.span, span) },
  })
  return { tokens: byId(tokens), canaryRows: byId(canaryRows), windows: byId(windows) }
}

function byId<T extends Readonly<{ connectionId: string }>>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.connectionId, row]))
}

type TokenRow = Readonly<{ mintedAt: Date | null; lastFailure: unknown }>

function toToken(connection: Connection, row: TokenRow | undefined): DashboardRow['token'] {
  const failure = Failure.nullable().parse(row?.lastFailure ?? null)
  const { cloud, authorityUrl, tenantId, clientId, environmentUrl } = connection
  const context = {
    cloud,
    authorityOrigin: authorityOrigin(cloud, authorityUrl) ?? null,
    tenantId,
    clientId,
    environmentUrl,
  }
  return {
    mintedAt: row?.mintedAt?.toISOString() ?? null,
    lastFailure: failure ? { at: failure.at, title: diagnose(failure, context).title } : null,
  }
}
