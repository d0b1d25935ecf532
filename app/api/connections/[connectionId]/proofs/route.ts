import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId } from '@/lib/contract/ids'
import { ProofHistoryQuery } from '@/lib/contract/proof'
import { listProofHistory } from '@/lib/proof/list-proofs'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle(
  { action: 'connection.read', params, query: ProofHistoryQuery },
  async ({ ctx, params, query }) =>
    Response.json(await listProofHistory(ctx, params.connectionId, query)),
)
