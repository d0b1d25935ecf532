import { handle } from '@/app/api/handle'
import { verifyChain } from '@/lib/audit/verify-chain'

export const POST = handle({ action: 'audit.read' }, async ({ ctx }) =>
  Response.json(await verifyChain(ctx)),
)
