import { join } from 'node:path'
import { z } from 'zod'
import type { OpenWriter } from '@/lib/exports/formats/format-writer'

const State = z.object({ length: z.int() })

/** One row a line, each as it was sent. */
export const openNdjson: OpenWriter = async ({ dir, openPart, from }) => {
  const path = join(dir, 'rows.ndjson')
  const part = await openPart(path, from === undefined ? 0 : State.parse(from).length)
  return {
    write: (row) => part.append(`${onOneLine(row)}\n`),
    checkpoint: async () => {
      await part.sync()
      return { length: part.length() }
    },
    bytes: part.length,
    notes: () => [],
    finish: async () => {
      await part.sync()
      return path
    },
    close: part.close,
  }
}

/** In JSON a line break can only stand between values, where a space means the same. */
function onOneLine(row: string): string {
  return row.includes('\n') || row.includes('\r') ? row.replace(/[\r\n]/g, ' ') : row
}
