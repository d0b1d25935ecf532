import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId } from '@/lib/contract/ids'
import { RecordRunInput } from '@/lib/contract/saved-query'
import { clearQueryRuns, listQueryRuns, recordQueryRun } from '@/lib/queries/query-runs'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'data.read', params }, async ({ ctx, params }) =>
  Response.json({ runs: await listQueryRuns(ctx, params.connectionId) }),
)

export const POST = handle(
  { action: 'data.read', params, body: RecordRunInput },
  async ({ ctx, params, body }) => {
    await recordQueryRun(ctx, params.connectionId, body)
    return new Response(null, { status: 204 })
  },
)

export const DELETE = handle({ action: 'data.read', params }, async ({ ctx, params }) => {
  await clearQueryRuns(ctx, params.connectionId)
  return new Response(null, { status: 204 })
})
