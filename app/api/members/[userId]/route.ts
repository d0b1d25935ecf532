import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { removeMember, updateMember } from '@/lib/access/members'
import { AccountId } from '@/lib/contract/ids'
import { UpdateMemberInput } from '@/lib/contract/members'

const params = z.object({ userId: AccountId })

export const PATCH = handle(
  { action: 'people.manage', params, body: UpdateMemberInput },
  async ({ ctx, params, body }) => {
    await updateMember(ctx, params.userId, body)
    return new Response(null, { status: 204 })
  },
)

export const DELETE = handle({ action: 'people.manage', params }, async ({ ctx, params }) => {
  await removeMember(ctx, params.userId)
  return new Response(null, { status: 204 })
})
