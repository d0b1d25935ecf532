import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { entityLabels } from '@/lib/catalog/labels/entity-labels'
import { ConnectionId } from '@/lib/contract/ids'
import { LabelLanguage } from '@/lib/contract/labels'

const params = z.object({ connectionId: ConnectionId, entitySet: z.string().min(1).max(200) })
const query = z.object({ language: LabelLanguage })

export const GET = handle(
  { action: 'connection.read', params, query },
  async ({ ctx, params, query }) => {
    const { language } = query
    const { connectionId, entitySet } = params
    return Response.json(await entityLabels(ctx, connectionId, { entitySet, language }))
  },
)
