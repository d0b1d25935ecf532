import { decide, isVisible, type Refusal, type Resource } from '@/lib/access/decide'
import { AccessError } from '@/lib/access/errors'
import { resourceOf } from '@/lib/access/resource-of'
import { recordAudit } from '@/lib/audit/record'
import type { Action } from '@/lib/contract/rights'
import { database } from '@/lib/db/client'
import type { Context } from '@/lib/log/context'

/** To what an action is done; without a connection it is the installation as a whole. */
export type Target = Readonly<{ connectionId?: string | undefined }>

/**
 * Lets the actor of `ctx` do `action`, or writes down that they tried.
 *
 * @throws {AccessError} `not_signed_in`; `hidden` where they may not even know that it is there;
 * `not_allowed`; `production_closed` when production would be changed and is not open
 */
export async function authorize(
  ctx: Context,
  action: Action,
  { connectionId }: Target = {},
): Promise<void> {
  if (ctx.actor.kind === 'system') return
  if (!ctx.rights) throw new AccessError('not_signed_in', 'nobody has said who this is')
  const resource = await resourceOf(connectionId)
  const refusal = decide(ctx.rights, action, { resource, now: ctx.now() })
  if (refusal === undefined) return
  await noteRefusal(ctx, action, { resource, refusal })
  throw toError(refusal, action)
}

/** Whether the actor is a token that may touch some entity sets alone. */
export function isNarrowed({ rights }: Context): boolean {
  return (rights?.token?.entitySets ?? null) !== null
}

/**
 * Lets a token that is narrowed to some entity sets touch `entitySets`; undefined stands for a
 * request of which nobody can say what it touches.
 *
 * @throws {AccessError} `not_allowed`
 */
export function authorizeEntitySets(
  ctx: Context,
  action: Action,
  entitySets: readonly string[] | undefined,
): void {
  const allowed = ctx.rights?.token?.entitySets ?? null
  if (allowed === null || !action.startsWith('data.')) return
  if (entitySets?.every((name) => allowed.includes(name))) return
  throw toError('token_scope', action)
}

/** @throws {AccessError} `hidden` where the actor may not know of the connection */
export async function requireVisible({ rights }: Context, connectionId: string): Promise<void> {
  if (!rights || isVisible(rights, await resourceOf(connectionId))) return
  throw toError('hidden', 'connection.read')
}

/** Those of `connections` that the actor may see at all. */
export async function visible<C extends Readonly<{ id: string }>>(
  ctx: Context,
  connections: readonly C[],
): Promise<C[]> {
  const { rights } = ctx
  // Both doors, of routes and of pages, say what whoever came in may do; the server's own jobs may all.
  if (!rights) return [...connections]
  const seen = await Promise.all(
    connections.map(async ({ id }) => isVisible(rights, await resourceOf(id))),
  )
  return connections.filter((_, index) => seen[index])
}

function toError(refusal: Refusal, action: Action): AccessError {
  switch (refusal) {
    case 'hidden':
      return new AccessError('hidden', `${action}: no access to this connection`)
    case 'production_closed':
      return new AccessError('production_closed', `${action}: production is not open`)
    case 'role':
      return new AccessError('not_allowed', `${action}: not by this role`)
    case 'token_scope':
      return new AccessError('not_allowed', `${action}: not by this token`)
  }
}

/** A page that asks again and again must not fill the log: the same refusal counts once a minute. */
const noted = new Map<string, number>()
const noteEveryMs = 60_000

async function noteRefusal(
  ctx: Context,
  action: Action,
  { resource, refusal }: Readonly<{ resource: Resource; refusal: Refusal }>,
): Promise<void> {
  const connectionId = resource.kind === 'connection' ? resource.connectionId : undefined
  const key = JSON.stringify([ctx.actor, action, connectionId])
  const nowMs = ctx.now().getTime()
  if (nowMs - (noted.get(key) ?? Number.NEGATIVE_INFINITY) < noteEveryMs) return
  if (noted.size > 1000) noted.clear()
  noted.set(key, nowMs)
  await database().orm.transaction((tx) =>
    recordAudit(tx, ctx, {
      action: 'access.try',
      subject: connectionId ?? 'installation',
      detail: { wanted: action, refusal, ...(connectionId ? { connectionId } : {}) },
      outcome: 'refused',
    }),
  )
}
