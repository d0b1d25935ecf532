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
    write: (row) => {
      const cells = reader.read(row)
      let line = toCell(cells[0])
      for (let index = 1; index < cells.length; index += 1) {
        line += csv.separator + toCell(cells[index])
      }
      return part.append(`${line}\r\n`)
    },
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
const formulaStarts = new Set([...'=+-@\t\r\n＝＋－＠'].map((sign) => sign.charCodeAt(0)))
const plainNumber = /^[+-]?\d+([.,]\d+)?$/
const [quote, openBrace, openBracket] = [0x22, 0x7b, 0x5b]

/** Writes the JSON of a value as a cell. */
export function cellWriter({ separator, guard }: CsvOptions): (json: string | undefined) => string {
  const textCell = (json: string) => {
    if (json === '""') return json
    const text = textOf(json)
    const safe = guard && isFormula(text) ? `'${text}` : text
    // Without a backslash there is neither a quote nor the end of a line in it.
    const isPlain = text.length === json.length - 2
    return needsQuotes(safe, separator) || (!isPlain && special.test(safe)) ? quoted(safe) : safe
  }
  return (json) => {
    if (json === undefined || json === 'null') return ''
    const first = json.charCodeAt(0)
    if (first === quote) return textCell(json)
    // Numbers and booleans hold nothing that could be taken for something else.
    return first === openBrace || first === openBracket ? quoted(json) : json
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

function isFormula(text: string): boolean {
  const first = text.charCodeAt(0)
  // Most texts begin with a letter or a digit.
  if ((first >= 0x41 && first <= 0x7a) || (first >= 0x30 && first <= 0x39)) return false
  return formulaStarts.has(first) && !plainNumber.test(text)
}

const special = /["\r\n]/

/** An empty text is quoted too, and one with blanks at its ends, which readers like to cut off. */
function needsQuotes(text: string, separator: string): boolean {
  if (text === '' || text.includes(separator)) return true
  return isBlank(text, 0) || isBlank(text, text.length - 1)
}

/** What is ASCII and no control character need not be asked about. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code <= 0x20 || code >= 0x7f) && text.charAt(at).trim() === ''
}
