import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ProofChangesQuery } from '@/lib/contract/comparison'
import { ConnectionId, ProofId } from '@/lib/contract/ids'
import { proofChanges } from '@/lib/proof/compare/proof-changes'

const params = z.object({ connectionId: ConnectionId, proofId: ProofId })

export const GET = handle(
  { action: 'connection.read', params, query: ProofChangesQuery },
  async ({ ctx, params, query }) => Response.json(await proofChanges(ctx, { ...params, ...query })),
)
