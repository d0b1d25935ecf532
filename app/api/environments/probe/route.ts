import { handle } from '@/app/api/handle'
import { ProbeInput } from '@/lib/contract/probe'
import { probeEnvironment } from '@/lib/proof/probe-environment'

export const POST = handle(
  { action: 'connection.manage', body: ProbeInput },
  async ({ ctx, body }) => Response.json(await probeEnvironment(ctx, body)),
)
