import { handle } from '@/app/api/handle'
import { searchAudit } from '@/lib/audit/search-audit'
import { AuditQuery } from '@/lib/contract/audit'

export const GET = handle({ action: 'audit.read', query: AuditQuery }, async ({ ctx, query }) =>
  Response.json(await searchAudit(ctx, query)),
)
