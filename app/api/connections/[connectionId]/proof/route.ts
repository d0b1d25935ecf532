import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ndjson } from '@/app/api/ndjson'
import { requireConnection } from '@/lib/connections/require-connection'
import { ConnectionId } from '@/lib/contract/ids'
import { ProofQuery } from '@/lib/contract/proof'
import { listProofs } from '@/lib/proof/list-proofs'
import { runProof } from '@/lib/proof/run-proof'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) =>
  Response.json({ proofs: await listProofs(ctx, params.connectionId) }),
)

export const POST = handle(
  { action: 'connection.prove', params, query: ProofQuery },
  async ({ ctx, params, query }) => {
    // Asked before the stream begins, so that an unknown connection is a 404 and not a broken stream.
    const { id } = await requireConnection(ctx, params.connectionId)
    return ndjson(runProof(ctx, { connectionId: id, ...query }))
  },
)
