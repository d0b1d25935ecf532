import { type BinaryOperator, type Expression, propertyName } from '@/lib/odata/filter'
import { parseFilter } from '@/lib/odata/parse-filter'
import { complainAboutLiteral } from '@/lib/odata/query/check-literal'
import { adviseOnDialect } from '@/lib/odata/query/dialect-advice'
import { type EntityShape, fieldOf, valueKindOf } from '@/lib/odata/query/entity-shape'
import { readOrTell } from '@/lib/odata/query/explain-syntax'
import { type ExtentOf, extentsIn } from '@/lib/odata/query/expression-extent'
import { meant, type Reporter, tell } from '@/lib/odata/query/query-problem'
import { tokenize } from '@/lib/odata/tokens'

/** Tells what is wrong with a `$filter`; without a shape only its syntax and F&O's dialect. */
export function checkFilter(reporter: Reporter, text: string, shape: EntityShape | null): void {
  const expression = readOrTell(reporter, () => parseFilter(text))
  if (!expression) return
  tellOfDoubleQuotes(reporter, text)
  adviseOnDialect(reporter, text, expression)
  if (shape) checkNode({ reporter, shape, extentOf: extentsIn(text) }, expression)
}

function tellOfDoubleQuotes(reporter: Reporter, text: string): void {
  for (const token of tokenize(text)) {
    if (token.kind !== 'literal' || !token.text.startsWith('"')) continue
    const value = token.literal.type === 'Edm.String' ? token.literal.value : ''
    const quoted = `'${value.replaceAll("'", "''")}'`
    tell(reporter, {
      code: 'syntax',
      from: token.at,
      to: token.at + token.text.length,
      message: `Texts stand in single quotes: ${quoted}.`,
      fixes: [{ label: quoted, text: quoted }],
    })
  }
}

type Checking = Readonly<{ reporter: Reporter; shape: EntityShape; extentOf: ExtentOf }>

function checkNode(checking: Checking, node: Expression): void {
  switch (node.kind) {
    case 'path':
      checkName(checking, node)
      return
    case 'not':
    case 'negate':
      checkNode(checking, node.operand)
      return
    case 'binary':
      checkNode(checking, node.left)
      if (node.operator !== 'in') checkNode(checking, node.right)
      checkComparison(checking, node)
      return
    case 'literal':
    case 'lambda':
    case 'list':
    case 'record':
      return
  }
}

function checkName({ reporter, shape, extentOf }: Checking, node: Expression): void {
  const name = propertyName(node)
  if (name === undefined || fieldOf(shape, name) || /^[$@]/.test(name)) return
  tellOfField(reporter, shape, { name, ...extentOf(node) })
}

/** Tells that an entity set has no field of that name, and which are near. */
export function tellOfField(
  reporter: Reporter,
  shape: EntityShape,
  at: Readonly<{ name: string; from: number; to: number }>,
): void {
  const { words, fixes } = meant(
    at.name,
    shape.fields.map((field) => field.name),
  )
  const message = `${shape.name} has no field ${at.name}.${words}`
  tell(reporter, { code: 'unknown_field', from: at.from, to: at.to, message, fixes })
}

const comparisons: readonly BinaryOperator[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le']

function checkComparison(
  { reporter, shape, extentOf }: Checking,
  node: Extract<Expression, { kind: 'binary' }>,
): void {
  if (!comparisons.includes(node.operator)) return
  const [named, other] =
    propertyName(node.left) === undefined ? [node.right, node.left] : [node.left, node.right]
  const field = fieldOf(shape, propertyName(named) ?? '')
  if (!field) return
  if (valueKindOf(field.type) === 'enum' && !/^(?:eq|ne)$/.test(node.operator)) {
    tell(reporter, {
      code: 'wrong_operator',
      from: node.at,
      to: node.at + node.operator.length,
      message: `${field.name} is an enum, which F&O compares with eq and ne only.`,
      fixes: ['eq', 'ne'].map((operator) => ({ label: operator, text: operator })),
    })
  }
  if (other.kind !== 'literal') return
  const complaint = complainAboutLiteral(shape, field, other.literal)
  if (complaint) tell(reporter, { ...complaint, ...extentOf(other) })
}
