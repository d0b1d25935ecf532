import type { ExportFormat } from '@/lib/contract/export'
import { openCsv } from '@/lib/exports/formats/csv'
import type { OpenWriter } from '@/lib/exports/formats/format-writer'
import { openNdjson } from '@/lib/exports/formats/ndjson'
import { openParquet } from '@/lib/exports/formats/parquet'
import { openXlsx } from '@/lib/exports/formats/xlsx'

/** How the file of each format is made. */
export const writers: Readonly<Record<ExportFormat, OpenWriter>> = {
  csv: openCsv,
  ndjson: openNdjson,
  xlsx: openXlsx,
  parquet: openParquet,
}
