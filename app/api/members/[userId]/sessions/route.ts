import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { listSessions, revokeSessions } from '@/lib/access/sessions'
import { AccountId } from '@/lib/contract/ids'

const params = z.object({ userId: AccountId })

export const GET = handle({ action: 'people.manage', params }, async ({ ctx, params }) =>
  Response.json({ sessions: await listSessions(ctx, params) }),
)

export const DELETE = handle({ action: 'people.manage', params }, async ({ ctx, params }) =>
  Response.json(await revokeSessions(ctx, params)),
)
