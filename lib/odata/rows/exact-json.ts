/** A number as it was written; a JavaScript number would lose digits of an Int64 or a Decimal. */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

export type JsonObject = Readonly<{ [name: string]: JsonValue }>
export type JsonValue = null | boolean | string | JsonNumber | readonly JsonValue[] | JsonObject

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const string = /"(?:[^"\\]|\\.)*"/sy
const space = 0x20
const blank = /[ \t\r\n]*/y

/**
 * Reads JSON as `JSON.parse` does, but keeps each number as the text that it was written as, and
 * takes raw control characters in a string, as some servers send them.
 *
 * @throws {SyntaxError} where it is no JSON
 */
export function parseExactJson(text: string): JsonValue {
  const reader = new Reader(text)
  const value = reader.value()
  reader.end()
  return value
}

/** Whether a value is a record: no list, no number. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof JsonNumber)
  )
}

/** Writes a value with its numbers as they were. */
export function printExactJson(value: JsonValue): string {
  if (value instanceof JsonNumber) return value.text
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isJsonObject(value)) {
    const members = Object.entries(value)
    return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${printExactJson(inner)}`).join(',')}}`
  }
  return `[${value.map(printExactJson).join(',')}]`
}

class Reader {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  value(): JsonValue {
    this.#blanks()
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object()
      case '[':
        return this.#list()
      case '"':
        return this.#string()
      case 't':
        return this.#word('true', true)
      case 'f':
        return this.#word('false', false)
      case 'n':
        return this.#word('null', null)
      default:
        return new JsonNumber(this.#match(number))
    }
  }

  end() {
    this.#blanks()
    if (this.#at < this.#text.length) throw this.#error()
  }

  #object(): JsonObject {
    const members: Record<string, JsonValue> = {}
    this.#items('}', () => {
      const name = this.#string()
      this.#blanks()
      this.#expect(':')
      const value = this.value()
      // An assignment to `__proto__` would make no field of it.
      if (name === '__proto__') Object.defineProperty(members, name, { value, enumerable: true })
      else members[name] = value
    })
    return members
  }

  #list(): JsonValue[] {
    const values: JsonValue[] = []
    this.#items(']', () => values.push(this.value()))
    return values
  }

  #items(close: string, read: () => void) {
    this.#at += 1
    this.#blanks()
    if (this.#text[this.#at] !== close) {
      read()
      this.#blanks()
      while (this.#text[this.#at] === ',') {
        this.#at += 1
        this.#blanks()
        read()
        this.#blanks()
      }
    }
    this.#expect(close)
  }

  #string(): string {
    const from = this.#at + 1
    const to = this.#text.indexOf('"', from)
    const quick = this.#text.slice(from, to)
    if (to === -1 || this.#text[this.#at] !== '"' || quick.includes('\\')) {
      return String(JSON.parse(this.#match(string)))
    }
    this.#at = to + 1
    return quick
  }

  #word<Value extends boolean | null>(word: string, value: Value): Value {
    if (!this.#text.startsWith(word, this.#at)) throw this.#error()
    this.#at += word.length
    return value
  }

  #expect(sign: string) {
    if (this.#text[this.#at] !== sign) throw this.#error()
    this.#at += 1
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0]
    if (found === undefined) throw this.#error()
    this.#at = pattern.lastIndex
    return found
  }

  #blanks() {
    if (this.#text.charCodeAt(this.#at) > space) return
    blank.lastIndex = this.#at
    blank.test(this.#text)
    this.#at = blank.lastIndex
  }

  #error(): SyntaxError {
    return new SyntaxError(`no JSON at character ${this.#at}`)
  }
}
