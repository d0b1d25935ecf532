import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId, ProofId } from '@/lib/contract/ids'
import { makeSupportSummary } from '@/lib/proof/support-bundle/make-support-bundle'

const params = z.object({ connectionId: ConnectionId, proofId: ProofId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) => {
  const summary = await makeSupportSummary(ctx, params)
  // As plain text, so that a browser shows it and nothing in it is taken for a page.
  return new Response(summary, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
})
