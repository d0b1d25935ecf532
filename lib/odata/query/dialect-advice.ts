import type { Expression } from '@/lib/odata/filter'
import { listUnsupported, type Unsupported } from '@/lib/odata/finops-dialect'
import { printLiteral } from '@/lib/odata/literal'
import { printFilter } from '@/lib/odata/print-filter'
import { extentsIn } from '@/lib/odata/query/expression-extent'
import { type QueryFix, type Reporter, tell } from '@/lib/odata/query/query-problem'

/**
 * Names what F&O's `$filter` has not, with what to write instead where there is something.
 *
 * @see listUnsupported
 */
export function adviseOnDialect(reporter: Reporter, text: string, expression: Expression): void {
  const nodes = new Map<number, Expression>()
  collect(expression, nodes)
  const extentOf = extentsIn(text)
  for (const found of listUnsupported(expression)) {
    const node = nodes.get(found.at)
    const { from, to } = node ? extentOf(node) : { from: found.at, to: found.at + 1 }
    const bare = node && rewrite(node)
    // A `not` binds tighter than the `eq` that comes.
    const isDenied = bare !== undefined && /\bnot\s*$/.test(text.slice(0, from))
    const rewritten = isDenied && !bare.startsWith('(') ? `(${bare})` : bare
    const fixes: QueryFix[] = rewritten === undefined ? [] : [{ label: rewritten, text: rewritten }]
    const instead = rewritten === undefined ? adviceFor(found) : `Write ${rewritten}.`
    const message = `${subjectOf(found)} ${instead}`
    tell(reporter, { code: 'unsupported', from, to, message, fixes })
  }
}

function subjectOf({ what, name }: Unsupported): string {
  switch (what) {
    case 'lambda':
      return `F&O does not support ${name}() over related rows.`
    case 'has':
    case 'in':
      return `F&O does not support the operator ${name}.`
    case 'function':
      return `F&O does not support the function ${name}().`
    case 'path':
      return `F&O does not filter by ${name}, a field of another entity.`
    case 'json':
      return `F&O does not support a ${name} in a filter.`
  }
}

const dateParts = /^(?:year|month|day|date)$/

function adviceFor({ what, name }: Unsupported): string {
  if (what === 'lambda') return 'Read the entity set of the related rows, and filter there.'
  if (what === 'path') return 'Read the related entity set, or filter by a field of this one.'
  if (what === 'has') return 'Compare an enum with eq.'
  if (what === 'function' && dateParts.test(name)) {
    return 'Give a range: Field ge 2024-01-01T00:00:00Z and Field lt 2025-01-01T00:00:00Z.'
  }
  if (what === 'function' && /^(?:now|today)$/.test(name)) return 'Write the date itself.'
  if (what === 'function' && /^to(?:lower|upper)$/.test(name)) {
    return 'Leave it out: F&O compares texts without regard to case.'
  }
  return 'Filter what comes back.'
}

/** The same in F&O's own terms; undefined where it has none. */
function rewrite(node: Expression): string | undefined {
  if (node.kind === 'path') return rewriteCall(node)
  if (node.kind !== 'binary') return undefined
  const left = printFilter(node.left)
  if (node.operator === 'has') return `${left} eq ${printFilter(node.right)}`
  if (node.operator !== 'in' || node.right.kind !== 'list') return undefined
  const { items } = node.right
  if (items.length === 0) return undefined
  const text = items.map((item) => `${left} eq ${printFilter(item)}`).join(' or ')
  return items.length === 1 ? text : `(${text})`
}

const wildcards: Readonly<Record<string, readonly [string, string]>> = {
  contains: ['*', '*'],
  startswith: ['', '*'],
  endswith: ['*', ''],
}

function rewriteCall({ segments: [call] }: Extract<Expression, { kind: 'path' }>) {
  const affixes = Object.hasOwn(wildcards, call?.name ?? '')
    ? wildcards[call?.name ?? '']
    : undefined
  const [field, sought] = call?.args ?? []
  if (!affixes || field?.value.kind !== 'path' || sought?.value.kind !== 'literal') return undefined
  const { literal } = sought.value
  if (literal.type !== 'Edm.String') return undefined
  const value = affixes[0] + literal.value + affixes[1]
  return `${printFilter(field.value)} eq ${printLiteral({ type: 'Edm.String', value })}`
}

/** Every node by the position that it is known by. */
function collect(node: Expression, nodes: Map<number, Expression>): void {
  nodes.set(node.at, node)
  switch (node.kind) {
    case 'binary':
      collect(node.left, nodes)
      collect(node.right, nodes)
      return
    case 'not':
    case 'negate':
      collect(node.operand, nodes)
      return
    case 'literal':
    case 'path':
    case 'lambda':
    case 'list':
    case 'record':
      return
  }
}
