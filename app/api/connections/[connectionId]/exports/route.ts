import { z } from 'zod'
import { handle } from '@/app/api/handle'
import { touchedByAddress } from '@/lib/access/touched-entity-sets'
import { CreateExportInput } from '@/lib/contract/export'
import { ConnectionId } from '@/lib/contract/ids'
import { createExport } from '@/lib/exports/create-export'
import { listExports } from '@/lib/exports/list-exports'

const params = z.object({ connectionId: ConnectionId })

export const GET = handle({ action: 'data.export', params }, async ({ ctx, params }) =>
  Response.json({ exports: await listExports(ctx, params.connectionId) }),
)

export const POST = handle(
  {
    action: 'data.export',
    params,
    body: CreateExportInput,
    entitySets: ({ body }) => touchedByAddress(body),
  },
  async ({ ctx, params, body }) =>
    Response.json(await createExport(ctx, params.connectionId, body), { status: 201 }),
)
