import { z } from 'zod'
import { exportEntitySets } from '@/app/api/connections/[connectionId]/exports/[exportId]/export-entity-sets'
import { fileAnswer } from '@/app/api/file-answer'
import { handle } from '@/app/api/handle'
import { ConnectionId, ExportId } from '@/lib/contract/ids'
import { openExportFile } from '@/lib/exports/open-export-file'

const params = z.object({ connectionId: ConnectionId, exportId: ExportId })
const entitySets = exportEntitySets

export const GET = handle(
  { action: 'data.export', params, entitySets },
  async ({ ctx, params, request }) =>
    fileAnswer(await openExportFile(ctx, params), request.headers),
)
