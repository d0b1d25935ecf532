import { join } from 'node:path'
import { z } from 'zod'
import type { CsvOptions } from '@/lib/contract/export'
import type { OpenWriter } from '@/lib/exports/formats/format-writer'
import { strayNotes } from '@/lib/exports/formats/stray-notes'
import { CellReader, textOf } from '@/lib/exports/row-cells'

const State = z.object({ length: z.int() })

/**
 * Comma separated values with a header line. An empty text is `""`, a null is nothing at all.
 *
 * @see RFC 4180
 */
export const openCsv: OpenWriter = async ({ dir, columns, csv, openPart, from }) => {
  const path = join(dir, 'rows.csv')
  const names = columns.map(({ name }) => name)
  const reader = new CellReader(names)
  const toCell = cellWriter(csv)
  const part = await openPart(path, from === undefined ? 0 : State.parse(from).length)
  if (from === undefined) {
    const header = names.map((name) => toCell(JSON.stringify(name))).join(csv.separator)
    await part.append(`${csv.bom ? '\ufeff' : ''}${header}\r\n`)
  }
  return {
    write: (row) => part.append(`${reader.read(row).map(toCell).join(csv.separator)}\r\n`),
    checkpoint: async () => {
      await part.sync()
      return { length: part.length() }
    },
    bytes: part.length,
    notes: () => strayNotes(reader),
    finish: async () => {
      await part.sync()
      return path
    },
    close: part.close,
  }
}

/**
 * Beginnings by which a spreadsheet takes a text for a formula, or comes to one after it.
 *
 * @see OWASP, CSV Injection
 */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/u
const plainNumber = /^[+-]?\d+([.,]\d+)?$/

/** Writes the JSON of a value as a cell. */
export function cellWriter({ separator, guard }: CsvOptions): (json: string | undefined) => string {
  const needsQuotes = new RegExp(`["\\r\\n${separator}]|^\\s|\\s$|^$`)
  return (json) => {
    if (json === undefined || json === 'null') return ''
    const first = json.charCodeAt(0)
    const isText = first === 0x22
    // Numbers and booleans hold nothing that could be taken for something else.
    if (!isText && first !== 0x7b && first !== 0x5b) return json
    const text = textOf(json)
    const isFormula = guard && isText && formulaStart.test(text) && !plainNumber.test(text)
    const safe = isFormula ? `'${text}` : text
    return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
}
