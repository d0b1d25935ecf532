import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { revokeInvitation } from '@/lib/access/invitations'
import { InvitationId } from '@/lib/contract/ids'

const params = z.object({ invitationId: InvitationId })

export const DELETE = handle({ action: 'people.manage', params }, async ({ ctx, params }) => {
  await revokeInvitation(ctx, params.invitationId)
  return new Response(null, { status: 204 })
})
