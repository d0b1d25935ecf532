import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { credentialReminder } from '@/lib/connections/credential-reminder'
import { ConnectionId } from '@/lib/contract/ids'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'connection.read', params }, async ({ ctx, params }) => {
  const { fileName, calendar } = await credentialReminder(ctx, params.connectionId)
  return new Response(calendar, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    },
  })
})
