import { PageError } from '@/lib/exports/errors'
import { stringEnd } from '@/lib/exports/page-scanner'

/** The values of a row by column, each as the JSON that it was sent as; undefined for none. */
export type Cells = readonly (string | undefined)[]

/** A field that the next row most likely has where the last one had it; -1 for no column. */
type Expected = Readonly<{ before: string; column: number }>

/**
 * Reads the cells of rows whose columns stay the same. Rows of one query have the same fields in the
 * same order, so a row is first read as the one before was, which asks for no name to be looked up.
 */
export class CellReader {
  readonly #columns: ReadonlyMap<string, number>
  readonly #none: Cells
  #expected: readonly Expected[] = []
  /** Fields that rows have and the file has not, at most {@link straysMax}. */
  readonly strays = new Set<string>()

  constructor(names: readonly string[]) {
    this.#columns = new Map(names.map((name, index) => [name, index]))
    this.#none = new Array(names.length).fill(undefined)
  }

  /** @throws {PageError} for a row that is no JSON object */
  read(row: string): Cells {
    return this.#readAsBefore(row) ?? this.#readAnew(row)
  }

  /** Undefined where the row is not written as the last one was. */
  #readAsBefore(row: string): Cells | undefined {
    const expected = this.#expected
    if (expected.length === 0) return undefined
    const cells = this.#none.slice()
    let at = 0
    for (let index = 0; index < expected.length; index += 1) {
      const { before, column } = expected[index] as Expected
      // Where it stands, this is the fastest way to know; where not, the row is read anew anyway.
      if (row.indexOf(before, at) !== at) return undefined
      at += before.length
      const end = valueEnd(row, at)
      if (column !== -1) cells[column] = row.slice(at, end)
      at = end
    }
    return at === row.length - 1 && row.charCodeAt(at) === closeBrace ? cells : undefined
  }

  #readAnew(row: string): Cells {
    const cells = this.#none.slice()
    const expected: Expected[] = []
    eachField(row, (name, value) => {
      const column = this.#columns.get(name) ?? -1
      expected.push({ before: `${expected.length === 0 ? '{' : ','}"${name}":`, column })
      if (column !== -1) cells[column] = value
      else if (!name.includes('@') && this.strays.size < straysMax) this.strays.add(name)
    })
    this.#expected = expected
    return cells
  }
}

const [comma, closeBrace] = [0x2c, 0x7d]
const straysMax = 20

/** Names of a row's fields without OData's own annotations. @throws {PageError} */
export function fieldNames(row: string): string[] {
  const names: string[] = []
  eachField(row, (name) => {
    if (!name.includes('@')) names.push(name)
  })
  return names
}

/** The text of a JSON string, or of any other JSON as it stands. */
export function textOf(json: string): string {
  if (json.charCodeAt(0) !== 0x22) return json
  if (!json.includes('\\')) return json.slice(1, -1)
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new PageError(`a row holds a text that is none: ${json.slice(0, 80)}`, { cause: error })
  }
}

/** Calls `take` with each name and the JSON of its value. @throws {PageError} */
export function eachField(row: string, take: (name: string, value: string) => void): void {
  let at = skipSpace(row, 1)
  if (row[at] === '}') return
  for (;;) {
    const nameEnd = row[at] === '"' ? stringEnd(row, at) : -1
    if (nameEnd === -1) throw badRow(row)
    const name = textOf(row.slice(at, nameEnd + 1))
    at = skipSpace(row, nameEnd + 1)
    if (row[at] !== ':') throw badRow(row)
    at = skipSpace(row, at + 1)
    const end = valueEnd(row, at)
    take(name, row.slice(at, end))
    at = skipSpace(row, end)
    if (row[at] === '}') return
    if (row[at] !== ',') throw badRow(row)
    at = skipSpace(row, at + 1)
  }
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) <= 0x20) at += 1
  return at
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const words = ['null', 'true', 'false']
const [quote, zero, nine, openBrace, openBracket] = [0x22, 0x30, 0x39, 0x7b, 0x5b]

function valueEnd(row: string, start: number): number {
  const first = row.charCodeAt(start)
  if (first === quote) {
    const end = stringEnd(row, start)
    if (end === -1) throw badRow(row)
    return end + 1
  }
  if (first >= zero && first <= nine) {
    const end = digitsEnd(row, start)
    if (isEndOfValue(row.charCodeAt(end))) return end
  }
  if (first === openBrace || first === openBracket) return nestedEnd(row, start)
  const found = words.find((one) => row.startsWith(one, start))
  if (found !== undefined) return start + found.length
  number.lastIndex = start
  if (!number.test(row)) throw badRow(row)
  return number.lastIndex
}

function digitsEnd(row: string, from: number): number {
  let at = from
  for (let code = row.charCodeAt(at); code >= zero && code <= nine; ) {
    at += 1
    code = row.charCodeAt(at)
  }
  return at
}

function isEndOfValue(code: number): boolean {
  return code === comma || code === closeBrace
}

function nestedEnd(row: string, start: number): number {
  let depth = 0
  for (let at = start; at < row.length; at += 1) {
    const character = row[at]
    if (character === '"') at = stringEnd(row, at)
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  throw badRow(row)
}

function badRow(row: string): PageError {
  return new PageError(`a row is no JSON object: ${row.slice(0, 80)}`)
}
