import { handle } from '@/app/api/handle'
import { invite } from '@/lib/access/invitations'
import { InviteInput } from '@/lib/contract/members'

export const POST = handle({ action: 'people.manage', body: InviteInput }, async ({ ctx, body }) =>
  Response.json(await invite(ctx, body), { status: 201 }),
)
