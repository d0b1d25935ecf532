import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { requireProof } from '@/lib/connections/proofs'
import { ConnectionId, ProofId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId, proofId: ProofId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json(await requireProof(ctx, params.connectionId, params.proofId)),
)
