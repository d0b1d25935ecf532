import { ConnectionError } from '@/lib/connections/errors'
import { requireAccess } from '@/lib/connections/require-access'
import { requireConnection } from '@/lib/connections/require-connection'
import { tokenKeeper } from '@/lib/connections/token-keeper'
import type { Connection } from '@/lib/contract/connection'
import type { ProofEvent } from '@/lib/contract/proof'
import { newId } from '@/lib/db/new-id'
import type { Context } from '@/lib/log/context'
import { linksUntil } from '@/lib/proof/chain'
import { keepProof } from '@/lib/proof/keep-proof'
import { newProgress, runChain } from '@/lib/proof/run-chain'
import type { CheckScope, Found, ProofSubject } from '@/lib/proof/scope'
import { authorityOrigin } from '@/lib/steps/cloud'
import type { StepId } from '@/lib/steps/step'

/** Which connection is proven, and how far. */
export type RunProofInput = Readonly<{
  connectionId: string
  until: StepId
  /** How long a check that may heal by waiting is tried again; 0 for not at all. */
  waitSeconds: number
}>

/**
 * Walks the chain up to a step and tells of each link as it goes. Ends with one `finished` event
 * whose proof has been kept, also when it was cancelled; only where the database fails, with
 * `aborted`. A reader who goes away cancels the run; what was found until then is kept too.
 *
 * @throws {ConnectionError} `not_found`, before the first event
 */
export async function* runProof(ctx: Context, input: RunProofInput): AsyncGenerator<ProofEvent> {
  const connection = await requireConnection(ctx, input.connectionId)
  const subject = await toSubject(ctx, connection)
  const links = linksUntil(input.until)
  const progress = newProgress()
  const keeper = tokenKeeper(ctx, connection.id)
  const run = { ...input, id: newId('prf'), startedAt: ctx.now(), connection, links, progress }
  const scopeWith = (found: Partial<Found>): Omit<CheckScope, 'tries'> => ({
    subject,
    found,
    now: ctx.now,
    signal: ctx.signal,
    keeper,
  })

  let ended = false
  try {
    yield {
      type: 'started',
      proofId: run.id,
      connectionId: connection.id,
      at: run.startedAt.toISOString(),
      checks: links.map(({ id, step, title }) => ({ id, step, title })),
    }
    const { waitSeconds } = input
    yield* runChain({ links, scopeWith, waitSeconds, log: ctx.log }, progress)
    const kept = await keepProof(ctx, run)
    ended = true
    yield { type: 'finished', ...kept }
  } catch (error) {
    ended = true
    yield { type: 'aborted', title: notKept(ctx, error), requestId: ctx.requestId }
  } finally {
    // Only a reader who went away leaves a run before it has ended.
    if (!ended) {
      progress.cancelled = true
      // Nobody is there any more who could be told.
      await keepProof(ctx, run).catch((error: unknown) => notKept(ctx, error))
    }
  }
}

/** Why a run has no proof, in words; what nobody asked for is logged. */
function notKept(ctx: Context, error: unknown): string {
  if (error instanceof ConnectionError && error.code === 'not_found') {
    return 'The connection was deleted while it was being proven.'
  }
  ctx.log.error({ err: error }, 'a proof could not be kept')
  return 'The run broke off because its result could not be saved.'
}

/** What is proven of a connection as it stands. */
export async function toSubject(ctx: Context, connection: Connection): Promise<ProofSubject> {
  const { environmentUrl, cloud, authorityUrl, tenantId, clientId } = connection
  const authority = authorityOrigin(cloud, authorityUrl) ?? null
  const subject = { environmentUrl, cloud, authorityOrigin: authority, tenantId, clientId }
  // Without an authority nobody can be asked for a token; the chain says so at its own place.
  if (authority === null) return { ...subject, credential: null }
  const { credential } = await requireAccess(ctx, connection.id)
  return { ...subject, credential }
}
