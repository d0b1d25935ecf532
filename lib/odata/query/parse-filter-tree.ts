import { isIdentifier } from '@/lib/odata/edm'
import { type Expression, propertyName } from '@/lib/odata/filter'
import { parseFilter } from '@/lib/odata/parse-filter'
import {
  asRoot,
  type FilterGroup,
  type FilterNode,
  joined,
  toCondition,
} from '@/lib/odata/query/filter-tree'
import { type Token, tokenize } from '@/lib/odata/tokens'

type Cutting = Readonly<{ text: string; tokens: readonly Token[]; signs: ReadonlySet<number> }>

/**
 * Reads a `$filter`, percent-decoded, as a tree of groups and conditions. What is no comparison of
 * a field with a value (a `not`, arithmetic, a function) stays as it is written.
 *
 * @throws {ODataSyntaxError} as `parseFilter` does
 */
export function parseFilterTree(text: string): FilterGroup {
  const signs = new Set<number>()
  collectSigns(parseFilter(text), signs)
  const tokens = tokenize(text)
  return asRoot(cut({ text, tokens, signs }, 0, tokens.length - 1))
}

/** Positions of the words that are operators: a field may be called `and`, too. */
function collectSigns(expression: Expression, signs: Set<number>): void {
  if (expression.kind !== 'binary') return
  const { operator, at, left, right } = expression
  if (operator !== 'and' && operator !== 'or') return
  signs.add(at)
  collectSigns(left, signs)
  collectSigns(right, signs)
}

/** The tokens from `start` up to, not including, `end`. */
function cut(cutting: Cutting, start: number, end: number): FilterNode | null {
  const signs = topSigns(cutting, start, end)
  const isOr = (index: number) => cutting.tokens[index]?.text === 'or'
  const ors = signs.filter(isOr)
  const edges = ors.length > 0 ? ors : signs
  if (edges.length > 0) {
    const starts = [start, ...edges.map((edge) => edge + 1)]
    const parts = starts.map((from, index) => cut(cutting, from, edges[index] ?? end))
    return joined(
      ors.length > 0 ? 'or' : 'and',
      parts.filter((part) => part !== null),
    )
  }
  if (isWrapped(cutting.tokens, start, end)) return cut(cutting, start + 1, end - 1)
  return leaf(cutting, start, end)
}

function topSigns({ tokens, signs }: Cutting, start: number, end: number): number[] {
  const found: number[] = []
  let depth = 0
  for (let index = start; index < end; index += 1) {
    const token = tokens[index]
    depth += stepOf(token)
    if (depth === 0 && token && signs.has(token.at)) found.push(index)
  }
  return found
}

function stepOf(token: Token | undefined): -1 | 0 | 1 {
  if (token?.kind !== 'symbol') return 0
  if ('([{'.includes(token.text)) return 1
  return ')]}'.includes(token.text) ? -1 : 0
}

/** Whether the first token opens parentheses that the last one closes. */
function isWrapped(tokens: readonly Token[], start: number, end: number): boolean {
  if (tokens[start]?.kind !== 'symbol' || tokens[start].text !== '(') return false
  let depth = 0
  for (let index = start; index < end; index += 1) {
    depth += stepOf(tokens[index])
    if (depth === 0) return index === end - 1
  }
  return false
}

function leaf({ text, tokens }: Cutting, start: number, end: number): FilterNode {
  const [first, last] = [tokens[start], tokens[end - 1]]
  const clause = text.slice(first?.at ?? 0, last ? last.at + last.text.length : 0)
  return conditionOf(parseFilter(clause)) ?? { kind: 'raw', text: clause }
}

function conditionOf(expression: Expression): FilterNode | undefined {
  if (expression.kind !== 'binary' || expression.right.kind !== 'literal') return undefined
  const field = propertyName(expression.left)
  if (field === undefined || !isIdentifier(field)) return undefined
  switch (expression.operator) {
    case 'eq':
    case 'ne':
    case 'gt':
    case 'ge':
    case 'lt':
    case 'le':
      return toCondition(field, expression.operator, expression.right.literal)
    case 'and':
    case 'or':
    case 'add':
    case 'sub':
    case 'mul':
    case 'div':
    case 'divby':
    case 'mod':
    case 'has':
    case 'in':
      return undefined
  }
}
