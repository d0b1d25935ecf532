import { handle } from '@/app/api/handle'
import { worstFirst } from '@/lib/canaries/dashboard'
import { DashboardQuery } from '@/lib/contract/dashboard'

export const GET = handle(
  { action: 'connection.read', query: DashboardQuery },
  async ({ ctx, query }) => Response.json(await worstFirst(ctx, query.span)),
)
