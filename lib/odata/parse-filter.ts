import { ODataSyntaxError } from '@/lib/odata/errors'
import {
  type Argument,
  type BinaryOperator,
  type Expression,
  type PathSegment,
  precedence,
  unaryPrecedence,
} from '@/lib/odata/filter'
import { type Token, tokenize } from '@/lib/odata/tokens'

/** Nesting beyond this is refused, so that no text can exhaust the stack. */
const depthMax = 100

/** Which flavour: OData 4.01 lets operators be written in any case, 4.0 (F&O's) does not. */
export type ParseFilterOptions = Readonly<{ anyCase?: boolean }>

/**
 * Reads a `$filter` expression, percent-decoded.
 *
 * @throws {ODataSyntaxError} with the position of the first token that does not fit.
 * @see OData URL conventions 5.1.1; precedence in 5.1.1.16
 */
export function parseFilter(text: string, options: ParseFilterOptions = {}): Expression {
  const parser = new FilterParser(text, options.anyCase === true)
  const expression = parser.expression(0)
  parser.expect('end', '')
  return expression
}

/** Reads one item of `$orderby` without its direction, and leaves the rest to the caller. */
export class FilterParser {
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #anyCase: boolean
  #next = 0
  #depth = 0
  #calls = 0

  constructor(text: string, anyCase: boolean) {
    this.#text = text
    this.#tokens = tokenize(text)
    this.#anyCase = anyCase
  }

  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)]
    if (!token) throw new ODataSyntaxError('unexpected_end', this.#text, this.#text.length)
    return token
  }

  take(): Token {
    const token = this.peek()
    this.#next += 1
    return token
  }

  takeIf(kind: Token['kind'], text: string): boolean {
    const token = this.peek()
    if (token.kind !== kind || token.text !== text) return false
    this.#next += 1
    return true
  }

  expect(kind: Token['kind'], text: string): void {
    if (!this.takeIf(kind, text)) this.refuse()
  }

  refuse(token: Token = this.peek()): never {
    const code = token.kind === 'end' ? 'unexpected_end' : 'unexpected_token'
    throw new ODataSyntaxError(code, this.#text, token.at)
  }

  expression(least: number): Expression {
    this.#depth += 1
    if (this.#depth > depthMax) throw new ODataSyntaxError('too_deep', this.#text, this.peek().at)
    let left = this.#unary()
    for (;;) {
      const token = this.peek()
      const operator = this.#operator(token)
      if (!operator || precedence[operator] < least || !token.spaced) break
      this.take()
      if (!this.peek().spaced) this.refuse()
      const right = operator === 'in' ? this.#members() : this.expression(precedence[operator] + 1)
      left = { kind: 'binary', operator, left, right, at: token.at }
    }
    this.#depth -= 1
    return left
  }

  #operator(token: Token): BinaryOperator | undefined {
    if (token.kind !== 'name') return undefined
    const word = this.#word(token)
    return Object.hasOwn(precedence, word) ? (word as BinaryOperator) : undefined
  }

  #word(token: Token): string {
    return this.#anyCase ? token.text.toLowerCase() : token.text
  }

  #unary(): Expression {
    const token = this.peek()
    const after = this.peek(1)
    if (token.kind === 'symbol' && token.text === '-') {
      this.take()
      return { kind: 'negate', operand: this.expression(unaryPrecedence), at: token.at }
    }
    const isNot = token.kind === 'name' && this.#word(token) === 'not'
    if (isNot && (after.spaced || after.text === '(') && startsOperand(after)) {
      this.take()
      return { kind: 'not', operand: this.expression(unaryPrecedence), at: token.at }
    }
    return this.#primary()
  }

  #primary(): Expression {
    const token = this.take()
    if (token.kind === 'literal') return { kind: 'literal', literal: token.literal, at: token.at }
    if (token.kind === 'name') return this.#path(token)
    if (token.kind === 'symbol' && token.text === '(') {
      const inner = this.expression(0)
      this.expect('symbol', ')')
      return inner
    }
    if (token.kind === 'symbol' && token.text === '[') {
      return { kind: 'list', items: this.#items(']'), at: token.at }
    }
    if (token.kind === 'symbol' && token.text === '{') return this.#record(token.at)
    return this.refuse(token)
  }

  /** What stands right of `in`: a list of literals in parentheses, a JSON array, or a path. */
  #members(): Expression {
    const token = this.peek()
    if (!this.takeIf('symbol', '(')) return this.expression(precedence.in + 1)
    const items = this.#items(')')
    const stray = items.find((item) => item.kind !== 'literal')
    if (stray && items.length > 1)
      throw new ODataSyntaxError('unexpected_token', this.#text, stray.at)
    return { kind: 'list', items, at: token.at }
  }

  #items(close: ')' | ']'): Expression[] {
    const items: Expression[] = []
    if (this.takeIf('symbol', close)) return items
    do items.push(this.expression(0))
    while (this.takeIf('symbol', ','))
    this.expect('symbol', close)
    return items
  }

  #record(at: number): Expression {
    const entries: { name: string; value: Expression }[] = []
    if (this.takeIf('symbol', '}')) return { kind: 'record', entries, at }
    do {
      const name = this.take()
      if (name.kind !== 'literal' || name.literal.type !== 'Edm.String') this.refuse(name)
      else {
        this.expect('symbol', ':')
        entries.push({ name: name.literal.value, value: this.expression(0) })
      }
    } while (this.takeIf('symbol', ','))
    this.expect('symbol', '}')
    return { kind: 'record', entries, at }
  }

  #path(first: Token): Expression {
    const segments: PathSegment[] = []
    let token = first
    for (;;) {
      const quantifier = segments.length > 0 ? this.#quantifier(token) : undefined
      if (quantifier) return this.#lambda(segments, quantifier, first.at)
      segments.push({ name: token.text, args: this.#arguments(token.text) })
      if (this.peek().spaced || !this.takeIf('symbol', '/')) break
      token = this.take()
      if (token.kind !== 'name' || token.spaced) this.refuse(token)
    }
    if (segments.length === 1) this.#refuseBare(first)
    return { kind: 'path', segments, at: first.at }
  }

  /** A qualified name is a type, which only a call may take; `any()` needs something to range over. */
  #refuseBare(token: Token): void {
    const isCalled = this.#tokens[this.#next - 1] !== token
    const isType = /^[^@].*\./.test(token.text) && !isCalled && this.#calls === 0
    if (isType) this.refuse()
    if (isCalled && (token.text === 'any' || token.text === 'all')) this.refuse(token)
  }

  #quantifier(token: Token): 'any' | 'all' | undefined {
    if (this.peek().text !== '(') return undefined
    return token.text === 'any' || token.text === 'all' ? token.text : undefined
  }

  #lambda(over: PathSegment[], quantifier: 'any' | 'all', at: number): Expression {
    this.expect('symbol', '(')
    if (quantifier === 'any' && this.takeIf('symbol', ')')) {
      return { kind: 'lambda', over, quantifier, variable: null, body: null, at }
    }
    const variable = this.take()
    if (variable.kind !== 'name' || variable.text.includes('.')) this.refuse(variable)
    this.expect('symbol', ':')
    const body = this.expression(0)
    this.expect('symbol', ')')
    return { kind: 'lambda', over, quantifier, variable: variable.text, body, at }
  }

  /** `null` where no parenthesis follows directly; `case(a:b,c:d)` keeps its pairs in order. */
  #arguments(name: string): Argument[] | null {
    if (this.peek().spaced || !this.takeIf('symbol', '(')) return null
    const args: Argument[] = []
    if (this.takeIf('symbol', ')')) return args
    const pairs = name === 'case' ? [',', ':'] : [',', ';']
    this.#calls += 1
    do args.push(this.#argument())
    while (pairs.some((symbol) => this.takeIf('symbol', symbol)))
    this.#calls -= 1
    this.expect('symbol', ')')
    return args
  }

  #argument(): Argument {
    const token = this.peek()
    const named =
      token.kind === 'name' && this.peek(1).kind === 'symbol' && this.peek(1).text === '='
    if (!named) return { name: null, value: this.expression(0) }
    this.take()
    this.take()
    return { name: token.text, value: this.expression(0) }
  }
}

function startsOperand(token: Token): boolean {
  if (token.kind === 'end') return false
  if (token.kind !== 'symbol')
    return token.kind === 'literal' || !Object.hasOwn(precedence, token.text)
  return '([{-'.includes(token.text)
}
