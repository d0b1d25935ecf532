import { handle } from '@/app/api/handle'
import { requireSignedIn } from '@/lib/access/session'
import { listSessions, revokeSessions } from '@/lib/access/sessions'

export const GET = handle({ action: 'account.use' }, async ({ ctx, request }) => {
  const { id, sessionId } = await requireSignedIn(request.headers)
  return Response.json({
    sessions: await listSessions(ctx, { userId: id, currentId: sessionId }),
  })
})

/** Ends all of one's sessions but this one. */
export const DELETE = handle({ action: 'account.use' }, async ({ ctx, request }) => {
  const { id, sessionId } = await requireSignedIn(request.headers)
  return Response.json(await revokeSessions(ctx, { userId: id, currentId: sessionId }))
})
