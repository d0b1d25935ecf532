import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { ConnectionId, ProofId } from '@/lib/contract/ids'
import { makeSupportBundle } from '@/lib/proof/support-bundle/make-support-bundle'

const params = z.object({ connectionId: ConnectionId, proofId: ProofId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) => {
  const { fileName, zip } = await makeSupportBundle(ctx, params)
  return new Response(zip, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  })
})
