import { z } from 'zod'
import { fileAnswer } from '@/app/api/file-answer'
import { handle } from '@/app/api/handle'
import { ConnectionId, ExportId } from '@/lib/contract/ids'
import { openExportFile } from '@/lib/exports/open-export-file'

const params = z.object({ connectionId: ConnectionId, exportId: ExportId })

export const GET = handle({ params }, async ({ ctx, params, request }) =>
  fileAnswer(await openExportFile(ctx, params), request.headers),
)
