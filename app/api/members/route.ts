import { handle } from '@/app/api/handle'
import { listInvitations } from '@/lib/access/invitations'
import { listMembers } from '@/lib/access/members'

export const GET = handle({ action: 'people.manage' }, async ({ ctx }) => {
  const [members, invitations] = await Promise.all([listMembers(ctx), listInvitations(ctx)])
  return Response.json({ members, invitations })
})
