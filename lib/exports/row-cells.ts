import { PageError } from '@/lib/exports/errors'
import { stringEnd } from '@/lib/exports/page-scanner'

/** The values of a row by column, each as the JSON that it was sent as; undefined for none. */
export type Cells = readonly (string | undefined)[]

/** Reads the cells of rows whose columns stay the same. */
export class CellReader {
  readonly #columns: ReadonlyMap<string, number>
  /** Fields that rows have and the file has not, at most {@link straysMax}. */
  readonly strays = new Set<string>()

  constructor(names: readonly string[]) {
    this.#columns = new Map(names.map((name, index) => [name, index]))
  }

  /** @throws {PageError} for a row that is no JSON object */
  read(row: string): Cells {
    const cells: (string | undefined)[] = new Array(this.#columns.size).fill(undefined)
    eachField(row, (name, value) => {
      const column = this.#columns.get(name)
      if (column !== undefined) cells[column] = value
      else if (!name.includes('@') && this.strays.size < straysMax) this.strays.add(name)
    })
    return cells
  }
}

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

const word = /null|true|false|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function valueEnd(row: string, start: number): number {
  const first = row[start]
  if (first === '"') {
    const end = stringEnd(row, start)
    if (end === -1) throw badRow(row)
    return end + 1
  }
  if (first === '{' || first === '[') return nestedEnd(row, start)
  word.lastIndex = start
  if (!word.test(row)) throw badRow(row)
  return word.lastIndex
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
