import type { Expression } from '@/lib/odata/filter'
import { parseFilter } from '@/lib/odata/parse-filter'
import { type Token, tokenize } from '@/lib/odata/tokens'

/** One of the conditions that a filter joins by `and`; `text` stands at `from` to `to` in it. */
export type Clause = Readonly<{ from: number; to: number; text: string; expression: Expression }>

/** How the clauses hang together: `gaps` is the text before, between and after the parts. */
type Part =
  | Readonly<{ kind: 'clause'; index: number }>
  | Readonly<{ kind: 'all'; parts: readonly Part[]; gaps: readonly string[] }>

/** A filter cut into its clauses, with all that is needed to write it back to the letter. */
export type SplitFilter = Readonly<{ text: string; clauses: readonly Clause[]; root: Part }>

/**
 * Cuts a `$filter`, percent-decoded, at every `and` that all of it depends on, also inside of
 * parentheses that only group: `(a and b) and c` has three clauses. What stands under an `or` or a
 * `not` stays one clause.
 *
 * @throws {ODataSyntaxError} as {@link parseFilter} does
 */
export function splitFilter(text: string): SplitFilter {
  const tokens = tokenize(text)
  const signs = new Map<number, 'and' | 'or'>()
  collectSigns(parseFilter(text), signs)
  const clauses: Clause[] = []
  const end = tokens.length - 1
  const inner = cut({ text, tokens, signs, clauses }, 0, end)
  const span = spanOf(tokens, 0, end)
  const gaps = [text.slice(0, span.from), text.slice(span.to)]
  return { text, clauses, root: { kind: 'all', parts: [inner], gaps } }
}

/** Says what becomes of a clause: its text as it was, another one, or undefined to leave it out. */
export type KeepClause = (clause: Clause, index: number) => string | undefined

/**
 * Writes a split filter; with all clauses kept it is the text that was split. Empty when none is.
 * A replacement must bind as tightly as `and` does.
 */
export function printClauses(split: SplitFilter, keep: KeepClause): string {
  return printPart(split, split.root, keep)
}

type Cutting = Readonly<{
  text: string
  tokens: readonly Token[]
  signs: ReadonlyMap<number, 'and' | 'or'>
  clauses: Clause[]
}>

/** Cuts the tokens from `start` up to, not including, `end`. */
function cut(cutting: Cutting, start: number, end: number): Part {
  const { tokens, signs } = cutting
  const atTop = topNames(tokens, start, end)
  const isSign = (sign: 'and' | 'or') => (index: number) =>
    signs.get(tokens[index]?.at ?? -1) === sign
  const ands = atTop.filter(isSign('and'))
  if (ands.length > 0 && !atTop.some(isSign('or'))) {
    return cutAtAnds(cutting, { start, end, ands })
  }
  return cutGroup(cutting, start, end) ?? addClause(cutting, start, end)
}

/** What stands in parentheses that hold nothing but clauses; undefined for anything else. */
function cutGroup(cutting: Cutting, start: number, end: number): Part | undefined {
  const { text, tokens, clauses } = cutting
  if (!isWrapped(tokens, start, end)) return undefined
  const before = clauses.length
  const inner = cut(cutting, start + 1, end - 1)
  if (inner.kind === 'clause') {
    // Its parentheses belong to it, so it is added anew with them.
    clauses.length = before
    return undefined
  }
  const [outside, inside] = [spanOf(tokens, start, end), spanOf(tokens, start + 1, end - 1)]
  const gaps = [text.slice(outside.from, inside.from), text.slice(inside.to, outside.to)]
  return { kind: 'all', parts: [inner], gaps }
}

type Ands = Readonly<{ start: number; end: number; ands: readonly number[] }>

function cutAtAnds(cutting: Cutting, { start, end, ands }: Ands): Part {
  const { text, tokens } = cutting
  const edges = [start - 1, ...ands, end]
  const parts: Part[] = []
  const gaps: string[] = ['']
  let before: number | undefined
  for (const [order, edge] of edges.slice(0, -1).entries()) {
    const [from, to] = [edge + 1, edges[order + 1] ?? end]
    const span = spanOf(tokens, from, to)
    if (before !== undefined) gaps.push(text.slice(before, span.from))
    before = span.to
    parts.push(cut(cutting, from, to))
  }
  return { kind: 'all', parts, gaps: [...gaps, ''] }
}

function addClause({ text, tokens, clauses }: Cutting, start: number, end: number): Part {
  const { from, to } = spanOf(tokens, start, end)
  const clause = text.slice(from, to)
  clauses.push({ from, to, text: clause, expression: parseFilter(clause) })
  return { kind: 'clause', index: clauses.length - 1 }
}

function spanOf(tokens: readonly Token[], start: number, end: number) {
  const [first, last] = [tokens[start], tokens[end - 1]]
  return { from: first?.at ?? 0, to: last ? last.at + last.text.length : 0 }
}

/** Indexes of the words that stand in no parentheses of their own. */
function topNames(tokens: readonly Token[], start: number, end: number): number[] {
  const found: number[] = []
  let depth = 0
  for (let index = start; index < end; index += 1) {
    const token = tokens[index]
    if (token?.kind === 'symbol' && '([{'.includes(token.text)) depth += 1
    else if (token?.kind === 'symbol' && ')]}'.includes(token.text)) depth -= 1
    else if (depth === 0 && token?.kind === 'name') found.push(index)
  }
  return found
}

/** Whether the first token opens parentheses that the last one closes. */
function isWrapped(tokens: readonly Token[], start: number, end: number): boolean {
  if (tokens[start]?.kind !== 'symbol' || tokens[start].text !== '(') return false
  let depth = 0
  for (let index = start; index < end; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'symbol') continue
    if (token.text === '(') depth += 1
    else if (token.text === ')') depth -= 1
    if (depth === 0) return index === end - 1
  }
  return false
}

/** Where in the text the operators stand: a property may be called `and`, too. */
function collectSigns(expression: Expression, signs: Map<number, 'and' | 'or'>): void {
  switch (expression.kind) {
    case 'binary':
      if (expression.operator === 'and' || expression.operator === 'or') {
        signs.set(expression.at, expression.operator)
      }
      collectSigns(expression.left, signs)
      collectSigns(expression.right, signs)
      return
    case 'not':
    case 'negate':
      collectSigns(expression.operand, signs)
      return
    case 'literal':
    case 'path':
    case 'lambda':
    case 'list':
    case 'record':
      return
  }
}

function printPart(split: SplitFilter, part: Part, keep: KeepClause): string {
  if (part.kind === 'clause') {
    const clause = split.clauses[part.index]
    return (clause && keep(clause, part.index)) ?? ''
  }
  let text = ''
  for (const [index, inner] of part.parts.entries()) {
    const printed = printPart(split, inner, keep)
    if (printed === '') continue
    text += text === '' ? printed : `${part.gaps[index] ?? ' and '}${printed}`
  }
  return text === '' ? '' : `${part.gaps[0] ?? ''}${text}${part.gaps.at(-1) ?? ''}`
}
